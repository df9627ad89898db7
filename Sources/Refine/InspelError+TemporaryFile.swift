import DialogueModel
import Records

extension InspelError {
  /// What is said when something that outgrows the memory cannot be kept on disk either.
  package init(temporaryFile error: SourceError) {
    self.init(
      .temporaryFailed, "a temporary file cannot be written or read",
      remedy: "See that there is room, and that you may write, in the folder that TMPDIR names, "
        + "or in /tmp.", cause: error.description)
  }
}
