//! Small blocks of memory kept by the thread that gave them back. glibc's own allocator is slower;
//! musl's has one lock, and with it two threads are slower than one (`docs/scale.md`).
//!
//! Each block comes from the system's allocator by itself and may go back there, from any thread.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::UnsafeCell;
use std::ptr::{copy_nonoverlapping, null_mut};

#[global_allocator]
static CACHE: Cache = Cache;

struct Cache;

/// Blocks of 16, 32, … 4096 bytes are kept.
const CLASSES: usize = 9;
const ALIGN: usize = 16;
/// How many bytes of each class a thread keeps at most.
const KEEP: usize = 1 << 18;

/// A list that is threaded through the free blocks themselves.
#[derive(Clone, Copy)]
struct Free {
    first: *mut u8,
    count: usize,
}

const NONE: Free = Free {
    first: null_mut(),
    count: 0,
};

thread_local! {
    // Without a destructor, so that it can be used to the very end of a thread. What it holds then is lost: at most
    // CLASSES × KEEP, and the threads of this program live as long as it does.
    static FREE: UnsafeCell<[Free; CLASSES]> = const { UnsafeCell::new([NONE; CLASSES]) };
}

/// The class of a block, if it is one that is kept.
fn class(layout: Layout) -> Option<usize> {
    if layout.size() > ALIGN << (CLASSES - 1) || layout.align() > ALIGN {
        return None;
    }
    let size = layout.size().max(ALIGN).next_power_of_two();
    Some((size / ALIGN).trailing_zeros() as usize)
}

fn layout(class: usize) -> Layout {
    // SAFETY: both are powers of two, and small.
    unsafe { Layout::from_size_align_unchecked(ALIGN << class, ALIGN) }
}

/// The lists of this thread; no reference to them is held over a call.
fn with<T>(class: usize, use_it: impl FnOnce(&mut Free) -> T) -> T {
    // SAFETY: only this thread gets here, and `use_it` neither allocates nor frees.
    FREE.with(|free| unsafe { use_it(&mut (&mut *free.get())[class]) })
}

// SAFETY: a block of a class is as large and as aligned as the class, whoever asked for it; all others are the system's.
unsafe impl GlobalAlloc for Cache {
    unsafe fn alloc(&self, wanted: Layout) -> *mut u8 {
        let Some(class) = class(wanted) else {
            // SAFETY: the caller's promise.
            return unsafe { System.alloc(wanted) };
        };
        let kept = with(class, |free| {
            let block = free.first;
            if !block.is_null() {
                // SAFETY: a block in the list begins with the address of the next one.
                free.first = unsafe { block.cast::<*mut u8>().read() };
                free.count -= 1;
            }
            block
        });
        if kept.is_null() {
            // SAFETY: the layout is not empty.
            unsafe { System.alloc(layout(class)) }
        } else {
            kept
        }
    }

    unsafe fn dealloc(&self, block: *mut u8, given: Layout) {
        let Some(class) = class(given) else {
            // SAFETY: the caller's promise.
            return unsafe { System.dealloc(block, given) };
        };
        let kept = with(class, |free| {
            let room = free.count < KEEP / (ALIGN << class);
            if room {
                // SAFETY: the block is free, and at least as large as an address.
                unsafe { block.cast::<*mut u8>().write(free.first) };
                free.first = block;
                free.count += 1;
            }
            room
        });
        if !kept {
            // SAFETY: it was allocated with the layout of its class.
            unsafe { System.dealloc(block, layout(class)) };
        }
    }

    unsafe fn realloc(&self, block: *mut u8, given: Layout, size: usize) -> *mut u8 {
        // SAFETY: the caller's promise that the size is one for this alignment.
        let wanted = unsafe { Layout::from_size_align_unchecked(size, given.align()) };
        match (class(given), class(wanted)) {
            // SAFETY: the caller's promise.
            (None, None) => unsafe { System.realloc(block, given, size) },
            (old, new) if old == new => block,
            // SAFETY: two blocks, each at least as large as what is copied.
            _ => unsafe {
                let new = self.alloc(wanted);
                if !new.is_null() {
                    copy_nonoverlapping(block, new, given.size().min(size));
                    self.dealloc(block, given);
                }
                new
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_hold_their_sizes() {
        for size in 1..=4096 {
            let wanted = Layout::from_size_align(size, 8).unwrap();
            let class = class(wanted).unwrap();
            assert!(layout(class).size() >= size && layout(class).size() / 2 < size.max(ALIGN));
        }
        assert_eq!(class(Layout::from_size_align(4097, 8).unwrap()), None);
        assert_eq!(class(Layout::from_size_align(64, 64).unwrap()), None);
    }

    /// Blocks of every class that grow, shrink and go back from another thread keep what was written.
    #[test]
    fn blocks_keep_what_is_in_them() {
        let mut blocks: Vec<Vec<u8>> = (1..600).map(|n| vec![n as u8; n * 13 % 5000 + 1]).collect();
        for (n, block) in blocks.iter_mut().enumerate() {
            let old = block.len();
            block.resize((old * 7) % 6000 + 1, (n + 1) as u8);
            block.shrink_to_fit();
        }
        let blocks = std::thread::spawn(move || {
            let mut blocks = blocks;
            blocks.retain(|block| block[0] % 3 != 0);
            blocks.extend((1..200).map(|n| vec![n as u8; n]));
            blocks
        })
        .join()
        .unwrap();
        for block in &blocks {
            assert!(block.iter().all(|byte| *byte == block[0]));
        }
    }
}
