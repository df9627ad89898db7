import DialogueModel
import Foundation
import XMLReading

/// The fields of an XML file's records, from the file's paths: which are values, which are the
/// tool's own, and which are personal data that is not to be read.
struct XMLFields {
  /// More fields than this are not looked at one by one.
  static let most = 1000

  /// One field.
  struct Field {
    enum Kind {
      /// The text of the element itself, or of an attribute.
      case own
      /// All text in the element but what belongs to the form.
      case whole
      case technical
      /// Personal data, and why.
      case personal(String)
    }

    let path: String
    let kind: Kind
    /// The number of times that the path, or what is below it, had a text.
    var withText: Int

    /// What the form calls the field, where the file says so.
    var formName: String?

    /// The form's name of the field, or the last name of the path.
    var label: String {
      formName ?? path.split(separator: "/").last.map(String.init) ?? path
    }
  }

  /// The fields, in the order of the file.
  private(set) var fields: [Field] = []
  /// Whether there were more than are listed.
  private(set) var isCut = false
  /// Paths of elements with contact details that the profile does not drop as a whole.
  private(set) var contact: [String] = []

  private let profile: SourceProfile
  private let personal: [PathPattern]
  private let technical: [PathPattern]
  private let roles: Set<String>

  private typealias Path = (names: [Substring], withText: Int)

  init(_ outline: XMLOutline, record: String, tool: ToolRecognition.Result) {
    profile = tool.profile
    personal = profile.personalPaths.map(PathPattern.init)
    technical = profile.technical.map(PathPattern.init)
    roles = Set(profile.idColumns + profile.timeColumns)
    // Text of the record element itself, as in <rows><row>text</row></rows>.
    if let own = outline.paths.first(where: { $0.path == record }), own.withText > 0 {
      append(Field(path: ".", kind: .own, withText: own.withText))
    }
    let start = record + "/"
    let paths: [Path] = outline.paths.compactMap { path in
      guard path.path.hasPrefix(start) else { return nil }
      return (path.path.dropFirst(start.count).split(separator: "/"), path.withText)
    }
    collect(paths)
  }

  /// Gives the fields that a key tells apart the names that the form has for their keys.
  mutating func takeNames(_ names: [String: String], of keyed: SourceProfile.Keyed) {
    let start = "\(keyed.element)[\(keyed.key)="
    for index in fields.indices where fields[index].path.hasPrefix(start) {
      let rest = fields[index].path.dropFirst(start.count)
      let key = rest.prefix { $0 != "]" }.trimmingCharacters(in: CharacterSet(charactersIn: "'\""))
      fields[index].formName = names[key]
    }
  }

  // The paths come in the order of a tree: what is below an element follows it at once.
  private mutating func collect(_ paths: [Path]) {
    let questions = questions(paths)
    var droppedAt: [String: Int] = [:]
    var index = 0
    while index < paths.count {
      let (names, withText) = paths[index]
      let path = names.joined(separator: "/")
      index += 1
      if questions.contains(path) {
        let start = index
        while index < paths.count, paths[index].names.starts(with: names) { index += 1 }
        add(question: names, paths[start..<index])
      } else if let count = prefix(of: names, personal) {
        drop(
          names[..<count].joined(separator: "/"),
          "personal data, by the profile \(profile.label)", withText, &droppedAt)
      } else if withText > 0 {
        if !roles.contains(path), prefix(of: names, technical) != nil || Self.isXMLOwn(names) {
          append(Field(path: path, kind: .technical, withText: withText))
        } else if !roles.contains(path), let why = ColumnWords.personal(Self.label(names)) {
          drop(path, why, withText, &droppedAt)
          contact.append(path)
        } else {
          append(Field(path: path, kind: .own, withText: withText))
        }
      }
    }
  }

  private mutating func append(_ field: Field) {
    guard fields.count < Self.most else {
      isCut = true
      return
    }
    fields.append(field)
  }

  private mutating func drop(
    _ path: String, _ why: String, _ withText: Int, _ places: inout [String: Int]
  ) {
    if let place = places[path] {
      fields[place].withText = max(fields[place].withText, withText)
    } else if fields.count < Self.most {
      places[path] = fields.count
      fields.append(Field(path: path, kind: .personal(why), withText: withText))
    } else {
      isCut = true
    }
  }

  // An element whose children are a question's number and text is a question, and the rest of it
  // is the answer.
  private func questions(_ paths: [Path]) -> Set<String> {
    guard !profile.valueExcept.isEmpty else { return [] }
    var children: [String: Set<Substring>] = [:]
    for (names, _) in paths {
      guard let last = names.last, profile.valueExcept.contains(String(last)) else { continue }
      children[names.dropLast().joined(separator: "/"), default: []].insert(last)
    }
    return Set(children.filter { $0.value.count == profile.valueExcept.count }.keys)
  }

  private mutating func add(question: [Substring], _ below: ArraySlice<Path>) {
    let path = question.joined(separator: "/")
    var answers = 0
    var personalLeaves = 0
    var withText = 0
    for (names, count) in below {
      if profile.valueExcept.contains(String(names[question.count])) { continue }
      withText = max(withText, count)
      if prefix(of: names, personal) != nil {
        personalLeaves += 1
      } else if prefix(of: names, technical) == nil {
        answers += 1
      }
    }
    if answers == 0, personalLeaves > 0 {
      append(
        Field(
          path: path, kind: .personal("contact details, by the profile \(profile.label)"),
          withText: withText))
      contact.append(path + "/**")
    } else if answers == 0, withText > 0 {
      append(Field(path: path, kind: .technical, withText: withText))
    } else {
      append(Field(path: path, kind: .whole, withText: withText))
    }
  }

  private func prefix(of names: [Substring], _ patterns: [PathPattern]) -> Int? {
    patterns.compactMap { $0.takesPrefix(of: names) }.min()
  }

  private static func label(_ names: [Substring]) -> String {
    let last = names.last.map(String.init) ?? ""
    return last.hasPrefix("@") ? String(last.dropFirst()) : last
  }

  // Attributes that belong to XML and not to the tool.
  private static func isXMLOwn(_ names: [Substring]) -> Bool {
    ["@schemaLocation", "@noNamespaceSchemaLocation"].contains(names.last)
  }
}
