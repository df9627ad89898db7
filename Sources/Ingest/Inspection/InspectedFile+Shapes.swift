import DialogueModel

extension InspectedFile {
  /// A column of a table or a field of an XML record, without any of its values.
  public struct Column: Sendable, Equatable {
    /// The name in the file, or the path from the record element.
    public var name: String
    /// The place in the table, counted from 1; `nil` for XML.
    public var position: Int?
    /// The role that is suggested.
    public var role: Role
    /// The target-group dimension that it answers, for the role ``Role/background``.
    public var dimension: String?
    /// Why the role is suggested, in one line.
    public var why: String
    /// The type of its values; `nil` where the values were not looked at.
    public var type: ValueType?
    /// The number of records in which it is not empty.
    public var filled: Int
    /// The number of different values, or of those that were counted; `nil` where the values were
    /// not looked at.
    public var distinct: Int?
    /// Whether there are no more different values than those that were counted.
    public var isDistinctExact: Bool
    /// Whether one cell holds several choices, by the profile's way of joining them.
    var hasSeveralChoices = false
    /// The form that its values have, such as `9999-99-99 99:99` or `5 choices`.
    public var form: String
    /// Some of its values, when they were asked for and are no personal data; `nil` otherwise.
    public var examples: [String]?
    /// For dates: the order of day and month in the whole column, or `nil` when it does not show.
    public var dateOrder: SourceProfile.DateOrder?

    init(name: String, position: Int?, role: Role, why: String, filled: Int) {
      self.name = name
      self.position = position
      self.role = role
      self.why = why
      self.filled = filled
      isDistinctExact = true
      form = ""
    }
  }

  /// The role of a column that is suggested.
  public enum Role: String, Sendable, CaseIterable {
    /// The record's own identifier.
    case id
    /// The time of submission.
    case time
    /// The language of the answer.
    case language
    /// Free text.
    case text
    /// A closed answer.
    case closed
    /// A background answer, which can declare a target group.
    case background
    /// An answer that can ask for anonymity.
    case anonymity
    /// The tool's own, which says nothing of the answer.
    case technical
    /// Personal data, never read.
    case dropped
    /// None that could be told; a person decides.
    case unmapped
  }

  /// The type of a column's values: all of them are of it.
  public enum ValueType: String, Sendable, CaseIterable {
    /// Whole numbers.
    case integer
    /// Numbers with decimals, after a comma or a point.
    case number
    /// Days.
    case date
    /// Days with a time of day.
    case datetime
    /// One of few values, which return.
    case choice
    /// Single words or marks without blanks.
    case code
    /// Text.
    case text
    /// No value at all.
    case empty
  }

  /// What an XML file consists of.
  public struct XMLShape: Sendable, Equatable {
    /// The XML version.
    public var version: String
    /// The root element, or `nil` when none was reached.
    public var root: String?
    /// The namespace of the root element.
    public var namespace: String?
    /// The record element as a path from the root; `nil` when the file has no records.
    public var record: String?
    /// The number of record elements.
    public var recordElements: Int
    /// Whether the file has a document type declaration, for which it is refused.
    public var hasDocumentType: Bool
    /// The number of different forms among the records, where the tool tells.
    public var forms: Int?
    /// The number of different versions of the forms, where the tool tells.
    public var formVersions: Int?
    /// Every element and attribute path.
    public var paths: [Path]

    /// One path of an XML file.
    public struct Path: Sendable, Equatable {
      /// The path from the root.
      public var path: String
      /// The number of times that it was seen.
      public var seen: Int
      /// The number of times that it had text of its own, or a value.
      public var withText: Int
    }
  }

  /// What a file of manual notes holds.
  public struct NotesShape: Sendable, Equatable {
    /// The number of list items; each is one viewpoint.
    public var items: Int
    /// The known keys of the header block that could be read, in Swedish.
    public var headerKeys: [String]
    /// The number of items that declare a group.
    public var itemsWithGroup: Int
    /// The number of items that several people said.
    public var itemsSaidByMany: Int
  }
}
