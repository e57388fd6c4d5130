//! `memcpy` and `memmove` for musl, whose own start a microcoded string instruction even for a few bytes. Most copies
//! here are of words and of small structs, and it took a sixth of all time.
//!
//! The copies are written in assembler where the compiler could take them for a `memcpy` and call this.

use std::arch::asm;

/// Above this, the processor's own copy is as fast, and it starts to matter less how it starts.
const LARGE: usize = 2048;

/// Copies `count` bytes that do not overlap.
///
/// # Safety
/// As for C: both ranges are valid.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn memcpy(to: *mut u8, from: *const u8, count: usize) -> *mut u8 {
    // SAFETY: the caller's promise; no access lies outside of the two ranges.
    unsafe {
        if count <= 32 {
            small(to, from, count);
        } else if count <= LARGE {
            forward(to, from, count);
        } else {
            asm!(
                "rep movsb",
                inout("rcx") count => _, inout("rdi") to => _, inout("rsi") from => _,
                options(nostack, preserves_flags)
            );
        }
    }
    to
}

/// Copies `count` bytes that may overlap.
///
/// # Safety
/// As for C: both ranges are valid.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn memmove(to: *mut u8, from: *const u8, count: usize) -> *mut u8 {
    // SAFETY: the caller's promise. All of a small copy is read before any of it is written; otherwise the direction is
    // the one in which nothing is overwritten before it is read.
    unsafe {
        if count <= 32 {
            small(to, from, count);
        } else if (to as usize).wrapping_sub(from as usize) >= count {
            if (from as usize).wrapping_sub(to as usize) >= count {
                return memcpy(to, from, count);
            }
            forward(to, from, count);
        } else {
            backward(to, from, count);
        }
    }
    to
}

/// Up to 32 bytes, as two pieces of one size that may overlap.
#[inline(always)]
unsafe fn small(to: *mut u8, from: *const u8, count: usize) {
    macro_rules! pieces {
        ($piece:ty) => {{
            let last = count - size_of::<$piece>();
            // SAFETY: `count` is the size of one to two pieces.
            unsafe {
                let (head, tail) = (
                    from.cast::<$piece>().read_unaligned(),
                    from.add(last).cast::<$piece>().read_unaligned(),
                );
                to.cast::<$piece>().write_unaligned(head);
                to.add(last).cast::<$piece>().write_unaligned(tail);
            }
        }};
    }
    match count {
        16.. => pieces!(std::arch::x86_64::__m128i),
        8.. => pieces!(u64),
        4.. => pieces!(u32),
        2.. => pieces!(u16),
        1 => pieces!(u8),
        0 => {}
    }
}

/// From 33 bytes, 32 at a time. The last 32 are read first, as they may lie in what is written.
#[inline(always)]
unsafe fn forward(to: *mut u8, from: *const u8, count: usize) {
    // SAFETY: the loop ends before the last 32 bytes, which are written by themselves.
    unsafe {
        asm!(
            "movups {d}, [{from} + {end}]",
            "movups {e}, [{from} + {end} + 16]",
            "2:",
            "movups {a}, [{from} + {at}]",
            "movups {b}, [{from} + {at} + 16]",
            "movups [{to} + {at}], {a}",
            "movups [{to} + {at} + 16], {b}",
            "add {at}, 32",
            "cmp {at}, {end}",
            "jb 2b",
            "movups [{to} + {end}], {d}",
            "movups [{to} + {end} + 16], {e}",
            a = out(xmm_reg) _, b = out(xmm_reg) _, d = out(xmm_reg) _, e = out(xmm_reg) _,
            from = in(reg) from, to = in(reg) to, at = inout(reg) 0_usize => _, end = in(reg) count - 32,
            options(nostack)
        );
    }
}

/// The same from the end; the first 32 are read first.
#[inline(always)]
unsafe fn backward(to: *mut u8, from: *const u8, count: usize) {
    // SAFETY: the loop ends above the first 32 bytes, which are written by themselves.
    unsafe {
        asm!(
            "movups {d}, [{from}]",
            "movups {e}, [{from} + 16]",
            "2:",
            "movups {a}, [{from} + {at} - 32]",
            "movups {b}, [{from} + {at} - 16]",
            "movups [{to} + {at} - 32], {a}",
            "movups [{to} + {at} - 16], {b}",
            "sub {at}, 32",
            "cmp {at}, 32",
            "ja 2b",
            "movups [{to}], {d}",
            "movups [{to} + 16], {e}",
            a = out(xmm_reg) _, b = out(xmm_reg) _, d = out(xmm_reg) _, e = out(xmm_reg) _,
            from = in(reg) from, to = in(reg) to, at = inout(reg) count => _,
            options(nostack)
        );
    }
}
