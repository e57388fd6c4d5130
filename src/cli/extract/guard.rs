//! One bad article must not take the others with it.

use std::cell::{Cell, RefCell};
use std::panic::{self, AssertUnwindSafe};

thread_local! {
    static GUARDED: Cell<bool> = const { Cell::new(false) };
    static CAUGHT: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Keeps panics under [`guarded`] from being printed where they occur; they are told with the article's name.
pub fn install() {
    let print = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if GUARDED.get() {
            CAUGHT.set(info.to_string().replace('\n', " "));
        } else {
            print(info);
        }
    }));
}

/// Runs `work`; a panic in it becomes an error that says what and where.
pub fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    GUARDED.set(true);
    // What the work may have left half done is thrown away by the caller.
    let result = panic::catch_unwind(AssertUnwindSafe(work));
    GUARDED.set(false);
    result.map_err(|_| format!("internal error, please report it with this article: {}", CAUGHT.take()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn panics_become_errors() {
        install();
        assert_eq!(guarded(|| 1), Ok(1));
        let error = guarded(|| panic!("at sea")).unwrap_err();
        assert!(error.contains("at sea") && error.contains("guard.rs"), "{error}");
        assert_eq!(guarded(|| 2), Ok(2));
    }
}
