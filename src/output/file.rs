//! Where the output goes: standard output, or a file that is there whole or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::input::Identity;

/// The temporary file of this process, for whoever ends it early.
static UNFINISHED: Mutex<Option<PathBuf>> = Mutex::new(None);

/// A place to write records to.
#[derive(Debug)]
pub enum Target {
    Stdout(io::Stdout),
    /// A device, a pipe: written to directly.
    Direct(File),
    /// Written beside `path` and renamed by [`Target::finish`].
    File {
        file: File,
        temporary: PathBuf,
        path: PathBuf,
    },
}

impl Target {
    pub fn stdout() -> Self {
        Target::Stdout(io::stdout())
    }

    /// Starts to write to `path`, which stays as it is until [`Target::finish`].
    pub fn file(path: &Path) -> io::Result<Self> {
        // Renaming over a link would replace the link, not the file behind it.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
        match fs::metadata(&path) {
            Ok(metadata) if metadata.is_dir() => return Err(io::ErrorKind::IsADirectory.into()),
            Ok(metadata) if !metadata.is_file() => {
                return Ok(Target::Direct(OpenOptions::new().write(true).open(path)?));
            }
            _ => {}
        }
        let name = path
            .file_name()
            .ok_or(io::ErrorKind::InvalidFilename)?
            .to_string_lossy();
        let mut attempt = 0;
        loop {
            // Hidden, so that a walk over the same folder leaves it out.
            let temporary = path.with_file_name(format!(".{name}.{}-{attempt}.part", std::process::id()));
            match OpenOptions::new().write(true).create_new(true).open(&temporary) {
                Ok(file) => {
                    *UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner) = Some(temporary.clone());
                    return Ok(Target::File { file, temporary, path });
                }
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists && attempt < 100 => attempt += 1,
                Err(error) => return Err(error),
            }
        }
    }

    /// The files that this output is or will be, as far as they are there: not to be read as input.
    pub fn identities(&self) -> Vec<Identity> {
        let found = match self {
            Target::Stdout(_) => [stdout_metadata(), None],
            Target::Direct(_) => [None, None],
            Target::File { file, path, .. } => [fs::metadata(path).ok(), file.metadata().ok()],
        };
        found.iter().flatten().filter_map(Identity::of).collect()
    }

    /// Puts the finished file in its place.
    pub fn finish(&mut self) -> io::Result<()> {
        self.flush()?;
        if let Target::File { temporary, path, .. } = self {
            let mut unfinished = UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner);
            fs::rename(temporary, path)?;
            *unfinished = None;
        }
        Ok(())
    }
}

/// Removes the temporary file, if there is one. What was at its path before stays.
pub fn discard_unfinished() {
    if let Some(path) = UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner).take() {
        // Nobody is left to tell.
        let _ = fs::remove_file(path);
    }
}

#[cfg(unix)]
fn stdout_metadata() -> Option<fs::Metadata> {
    use std::os::fd::AsFd;
    File::from(io::stdout().as_fd().try_clone_to_owned().ok()?)
        .metadata()
        .ok()
}

#[cfg(not(unix))]
fn stdout_metadata() -> Option<fs::Metadata> {
    None
}

impl Write for Target {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Target::Stdout(stdout) => stdout.write(bytes),
            Target::Direct(file) | Target::File { file, .. } => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Target::Stdout(stdout) => stdout.flush(),
            Target::Direct(file) | Target::File { file, .. } => file.flush(),
        }
    }
}
