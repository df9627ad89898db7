import DialogueModel

/// What each column of a source's batches holds.
///
/// Only columns with a role are read; everything else of the file stays at the door and is
/// listed here by name.
public struct SourceLayout: Sendable, Equatable {
  /// The number of batch columns.
  public var columnCount: Int
  /// The batch column with the source's own record identifier.
  public var id: Int?
  /// Batch columns with an identifier to take where that column is empty (XML), in order.
  public var otherIDs: [Int]
  /// The batch column with the time.
  public var time: Int?
  /// Batch columns with a time to take where that column is empty (XML), in order.
  public var otherTimes: [Int]
  /// The batch columns of which one at least must be filled for an answer to be finished.
  public var completion: [Int]
  /// The batch columns in which certain values mean a test or an unfinished answer.
  public var incomplete: [Marked]
  /// The batch columns with free text, and their names.
  public var text: [Column]
  /// The batch columns with closed answers, and their names.
  public var closed: [Column]
  /// What joins several choices in one cell of a closed column that may have them.
  public var choices: [String: Choices]
  /// The batch columns with background answers, and their dimensions.
  public var background: [Column]
  /// The batch columns in which certain answers ask for anonymity.
  public var anonymity: [Marked]
  /// The batch columns in which certain answers say that an organisation answers.
  public var organisation: [Marked]
  /// The batch column with the number of people who said it (notes).
  public var times: Int?
  /// For a table with one header row: the name in the file of each batch column.
  public var fileNames: [Int: String]
  /// Columns left out on purpose: personal data, technical, or dropped by the dialogue file.
  public var dropped: [String]
  /// Columns without a role.
  public var unmapped: [String]

  /// A batch column with the name it has in the file, or the dimension it answers.
  public struct Column: Sendable, Equatable {
    /// The place in the batch.
    public var index: Int
    /// The name.
    public var name: String

    /// Makes a column.
    public init(index: Int, name: String) {
      self.index = index
      self.name = name
    }
  }

  /// A batch column in which certain values mean something.
  public struct Marked: Sendable, Equatable {
    /// The place in the batch.
    public var index: Int
    /// The values: for anonymity their beginnings, otherwise the whole of them.
    public var answers: [String]
  }

  /// How several choices stand in one cell.
  public struct Choices: Sendable, Equatable {
    /// What stands between two choices.
    public var separator: String
    /// The form's options, longest first; empty when no option holds the separator.
    public var options: [String]
  }

  /// Makes a layout without columns.
  public init() {
    columnCount = 0
    otherIDs = []
    otherTimes = []
    completion = []
    incomplete = []
    text = []
    closed = []
    choices = [:]
    background = []
    anonymity = []
    organisation = []
    fileNames = [:]
    dropped = []
    unmapped = []
  }

  /// Takes the next batch column.
  mutating func nextColumn() -> Int {
    columnCount += 1
    return columnCount - 1
  }
}
