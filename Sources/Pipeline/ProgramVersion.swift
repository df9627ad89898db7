/// The version of the program, written into everything that it makes.
public enum ProgramVersion {
  /// The version, by semantic versioning.
  public static let current = "0.1.0"
}
