/// A person named by role and never by name.
public struct ResponsibleRole: Sendable, Equatable {
  /// The role, such as *skolskjutshandläggaren*.
  public var role: String
  /// The body or department that the role belongs to.
  public var body: String?
  /// Whether the role is an elected one (*förtroendevald*).
  public var isElected: Bool?

  /// Makes a role.
  public init(role: String, body: String? = nil, isElected: Bool? = nil) {
    self.role = role
    self.body = body
    self.isElected = isElected
  }
}
