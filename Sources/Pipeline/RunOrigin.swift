/// Where the dialogue lies on the machine that ran it: `internal/origin.json`.
///
/// With it `inspel verify OUT` finds the sources. It stands apart from `run.json` because it is
/// the only thing in the output that depends on where the run was made.
struct RunOrigin: Codable {
  /// The absolute path of `dialogue.yaml`.
  let dialogue: String
}
