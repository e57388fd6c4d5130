//! Many threads, one order.
//!
//! Each thread takes the next job from the source, does it, and hands in what came of it. Whoever hands in what is next
//! to be written writes it, and all that has come in behind it. No thread runs further ahead of the writing than the
//! window allows, which bounds memory; no lock is taken per record.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use icbrief::input::{Job, Source};
use icbrief::output::Target;

use super::super::FAILURE;
use super::report::Report;
use super::worker::{KEEP, Outcome, Plan, Worker};

/// How many jobs per thread may be begun and not yet written.
const WINDOW: u64 = 4;

/// Reads all of `source` and writes it to `target`. Gives the exit code.
pub fn run(source: Source, plan: Plan, target: Target, report: Report, threads: usize) -> u8 {
    let shared = Arc::new(Shared {
        source: Mutex::new((0, source)),
        state: Mutex::new(State {
            begun: 0,
            written: 0,
            done: BTreeMap::new(),
            writer: Some(Writer {
                target,
                report,
                error: None,
            }),
            spare: Vec::new(),
            stop: false,
            running: threads,
        }),
        changed: Condvar::new(),
        window: WINDOW * threads as u64,
        plan: Arc::new(plan),
    });
    if threads == 1 {
        shared.work();
    } else {
        for _ in 0..threads {
            let shared = shared.clone();
            // Not scoped: after a stop nobody waits for a thread that waits for its input.
            std::thread::spawn(move || shared.work());
        }
    }
    shared.finish()
}

struct Shared {
    /// With the number of the next job.
    source: Mutex<(u64, Source)>,
    state: Mutex<State>,
    changed: Condvar,
    window: u64,
    plan: Arc<Plan>,
}

struct State {
    /// Jobs that threads have taken, or are about to take.
    begun: u64,
    /// Jobs written: the number of the next one.
    written: u64,
    done: BTreeMap<u64, Outcome>,
    /// Away while someone writes.
    writer: Option<Writer>,
    /// Memory to use again.
    spare: Vec<Outcome>,
    stop: bool,
    running: usize,
}

/// Counts a thread out even if it ends by a panic, so that nobody waits for it.
struct Leaving<'a>(&'a Shared);

impl Drop for Leaving<'_> {
    fn drop(&mut self) {
        let mut state = self.0.state();
        state.running -= 1;
        state.stop |= std::thread::panicking();
        self.0.changed.notify_all();
    }
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait<'a>(&self, state: MutexGuard<'a, State>) -> MutexGuard<'a, State> {
        self.changed.wait(state).unwrap_or_else(PoisonError::into_inner)
    }

    fn work(&self) {
        let _leaving = Leaving(self);
        let mut worker = Worker::new(self.plan.clone());
        let mut buffer = Vec::new();
        while let Some(mut outcome) = self.begin() {
            let Some((number, job)) = self.take(std::mem::take(&mut buffer)) else {
                break;
            };
            buffer = worker.run(job, &mut outcome);
            self.hand_in(number, outcome);
        }
    }

    /// Waits until one more job may be begun; `None` if the run is over.
    fn begin(&self) -> Option<Outcome> {
        let mut state = self.state();
        loop {
            if state.stop {
                return None;
            }
            if state.begun < state.written + self.window {
                state.begun += 1;
                return Some(state.spare.pop().unwrap_or_default());
            }
            state = self.wait(state);
        }
    }

    fn take(&self, buffer: Vec<u8>) -> Option<(u64, Job)> {
        let mut source = self.source.lock().unwrap_or_else(PoisonError::into_inner);
        let job = source.1.next(buffer)?;
        let number = source.0;
        source.0 += 1;
        Some((number, job))
    }

    fn hand_in(&self, number: u64, outcome: Outcome) {
        let mut state = self.state();
        state.done.insert(number, outcome);
        while !state.stop && state.writer.is_some() {
            let next = state.written;
            let Some(mut outcome) = state.done.remove(&next) else {
                break;
            };
            let Some(mut writer) = state.writer.take() else { break };
            drop(state);
            let go_on = writer.put(&outcome);
            outcome.clear();
            state = self.state();
            state.writer = Some(writer);
            state.written += 1;
            state.stop |= !go_on;
            if outcome.out.capacity() <= KEEP {
                state.spare.push(outcome);
            }
            self.changed.notify_all();
        }
    }

    fn finish(&self) -> u8 {
        let mut state = self.state();
        // After a stop, threads can still be reading; what they read is not wanted any more.
        while state.running > 0 && !(state.stop && state.writer.is_some()) {
            state = self.wait(state);
        }
        let whole = !state.stop;
        let Some(mut writer) = state.writer.take() else {
            return FAILURE;
        };
        drop(state);
        if whole {
            let source = self.source.lock().unwrap_or_else(PoisonError::into_inner);
            writer.report.skipped += source.1.skipped();
        }
        writer.finish(whole)
    }
}

struct Writer {
    target: Target,
    report: Report,
    /// Why writing ended early.
    error: Option<io::Error>,
}

impl Writer {
    /// `false` if this is the end.
    fn put(&mut self, outcome: &Outcome) -> bool {
        if let Err(error) = self.target.write_all(&outcome.out) {
            self.error = Some(error);
            return false;
        }
        self.report.articles += outcome.articles;
        self.report.bytes += outcome.bytes;
        self.report.skipped.binary += outcome.binary;
        for note in &outcome.notes {
            self.report.note(note);
        }
        self.report.tick();
        !outcome.stop
    }

    /// `whole`: nothing stopped the run before its end.
    fn finish(mut self, whole: bool) -> u8 {
        let result = match self.error.take() {
            Some(error) => Err(error),
            None if whole => self.target.finish(),
            None => self.target.flush(),
        };
        match result {
            // Whoever reads our output has had enough.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return 0,
            Err(error) => {
                self.report.error(format_args!("cannot write the output: {error}"));
                return FAILURE;
            }
            Ok(()) => {}
        }
        self.report.finish();
        if !whole && matches!(self.target, Target::File { .. }) {
            self.report.error("stopped, so the output file was not written");
        }
        if whole && self.report.errors == 0 { 0 } else { FAILURE }
    }
}
