/// Matches paths inside a record with the patterns of profiles and dialogue files.
///
/// The patterns are those of `XMLPath`: `*` takes one name, `**` any number of them, none
/// included. An element that is taken is taken with all that is below it.
struct PathPattern {
  private let steps: [Substring]

  init(_ text: String) { steps = text.split(separator: "/") }

  /// Whether the pattern takes the path itself.
  func takes(_ path: [Substring]) -> Bool { Self.match(steps[...], path[...]) }

  /// The number of names after which the pattern takes the path or an element that it is in.
  func takesPrefix(of path: [Substring]) -> Int? {
    guard !path.isEmpty else { return nil }
    return (1...path.count).first { takes(Array(path[..<$0])) }
  }

  private static func match(_ steps: ArraySlice<Substring>, _ path: ArraySlice<Substring>) -> Bool {
    guard let step = steps.first else { return path.isEmpty }
    if step == "**" {
      if match(steps.dropFirst(), path) { return true }
      guard let name = path.first, !name.hasPrefix("@") else { return false }
      return match(steps, path.dropFirst())
    }
    guard let name = path.first else { return false }
    let fits =
      switch step {
      case "*": !name.hasPrefix("@")
      case "@*": name.hasPrefix("@")
      default: step == name
      }
    return fits && match(steps.dropFirst(), path.dropFirst())
  }
}
