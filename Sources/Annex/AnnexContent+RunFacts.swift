import DialogueModel

extension AnnexContent {
  /// The facts of the run that made the annex.
  public struct RunFacts: Sendable, Equatable {
    /// A choice that figures depend on.
    public struct Parameter: Sendable, Equatable {
      /// The name in Swedish.
      public var name: String
      /// The value as it is printed.
      public var value: String
      /// Why it was chosen.
      public var rationale: String?

      /// Makes a parameter.
      public init(name: String, value: String, rationale: String? = nil) {
        self.name = name
        self.value = value
        self.rationale = rationale
      }
    }

    /// A file that the run read beside the sources.
    public struct InputFile: Sendable, Equatable {
      /// The path, relative to the dialogue's folder.
      public var path: String
      /// The SHA-256 of its bytes, in lower-case hexadecimal.
      public var sha256: String

      /// Makes an input file.
      public init(path: String, sha256: String) {
        self.path = path
        self.sha256 = sha256
      }
    }

    /// The program's version.
    public var programVersion: String
    /// The time of the run as it was given, such as `2026-06-02T08:00+02:00`; never the clock.
    public var at: String
    /// The annex's own version, such as `1.0`.
    public var annexVersion: String?
    /// The command that makes the annex again.
    public var command: String?
    /// The choices that figures depend on, with the reasons.
    public var parameters: [Parameter]
    /// The files read beside the sources, such as `dialogue.yaml`.
    public var inputs: [InputFile]

    /// Makes the facts of a run.
    public init(
      programVersion: String, at: String, annexVersion: String? = nil, command: String? = nil,
      parameters: [Parameter] = [], inputs: [InputFile] = []
    ) {
      self.programVersion = programVersion
      self.at = at
      self.annexVersion = annexVersion
      self.command = command
      self.parameters = parameters
      self.inputs = inputs
    }
  }
}
