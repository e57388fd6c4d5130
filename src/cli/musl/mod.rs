//! What musl does slowly and this program does often. Both are measured in `docs/scale.md`.

mod copy;
