import DialogueModel
import Records

/// What one file is, as far as its bytes tell.
///
/// It holds names, numbers and forms, and never what stands in a cell: a value may be somebody's
/// answer or somebody's address. The names of columns and elements are the tool's and the
/// municipality's own words and are given in full.
public struct InspectedFile: Sendable, Equatable {
  /// The path, as it was given.
  public var path: String
  /// The SHA-256 of the bytes in lower-case hexadecimal; `nil` when the file cannot be read.
  public var sha256: String?
  /// The number of bytes.
  public var size: Int
  /// What kind of file it is: `csv`, `xml`, `notes`, `html`, `text`, `empty`, `unknown` when it
  /// cannot be read, or what a file is that is not text, such as `xlsx workbook`.
  public var container: String
  /// The file's name in its archive; `nil` for a file on disk.
  public var member: String?
  /// What the file was taken out of: `zip archive`, `gzip`, outermost first.
  public var packing: [String]
  /// The sheet that was looked at, of a workbook.
  public var sheet: String?
  /// The names of the workbook's sheets that have content, in their order.
  public var sheets: [String]
  /// What the content is.
  public var kind: Kind
  /// The encoding.
  public var encoding: Encoding
  /// How a table is written; `nil` for what is no table.
  public var dialect: Dialect?
  /// The number of header rows; `nil` for what is no table.
  public var headerRows: Int?
  /// What the number of header rows was told by; `nil` for what is no table.
  public var headerEvidence: String?
  /// The number of records, those that cannot be delivered included; an estimate when ``sample``
  /// says that not all of the file was read.
  public var records: Int
  /// How much of the file was looked at; `nil` for all of it.
  public var sample: Sample?
  /// The number of records with another number of fields than the header.
  public var raggedRecords: Int
  /// The line of the first of them.
  public var firstRaggedLine: Int?
  /// The tool that wrote the file.
  public var tool: Tool
  /// The columns of a table, or the fields of an XML record.
  public var columns: [Column]
  /// What an XML file consists of; `nil` for other files.
  public var xml: XMLShape?
  /// What a file of manual notes holds; `nil` for other files.
  public var notes: NotesShape?
  /// Columns or paths with personal data, whose values were only counted.
  public var dropped: [String]
  /// A source for dialogue.yaml, to be read before it is used; `nil` when the file is none.
  public var source: ProposedSource?
  /// What was found.
  public var findings: [Finding]

  /// The path of the file on disk: that of the archive for a file in one.
  public var storedPath: String {
    member.map { String(path.dropLast($0.count + 1)) } ?? path
  }

  /// What the content of a file is.
  public enum Kind: String, Sendable, CaseIterable {
    /// Answers or contributions, one record each.
    case submissions
    /// The questions of a form, and not its answers.
    case structure
    /// Figures about a whole, one in each row, and not a table of submissions.
    case summary
    /// None of these, as far as can be told.
    case unknown
  }

  /// The encoding of a file, and how it is known.
  public struct Encoding: Sendable, Equatable {
    /// The IANA name in lower case, or `nil` when the file is not text that can be read.
    public var name: String?
    /// What was seen in the bytes.
    public var evidence: String
    /// The encodings that were considered, best first; none where a mark or a declaration tells.
    public var candidates: [EncodingFinding.Candidate] = []

    /// Makes what is said of an encoding.
    init(name: String?, evidence: String) {
      self.name = name
      self.evidence = evidence
    }

    init(_ found: EncodingFinding) {
      name = found.encoding?.name
      evidence = found.evidence
      candidates = found.candidates
    }
  }

  /// The part of a large file that was looked at.
  public struct Sample: Sendable, Equatable {
    /// The number of bytes, from the beginning of the file.
    public var bytes: Int
    /// The number of records in them.
    public var records: Int
  }

  /// How a table is written.
  public struct Dialect: Sendable, Equatable {
    /// The character between two fields, or `nil` for a table with one column.
    public var delimiter: String?
    /// The character around a field that holds delimiters or line ends.
    public var quote: String
    /// What ends a line: `CRLF`, `LF` or `CR`; `nil` when no line ends.
    public var lineEnd: String?
    /// What was seen in a sample of the file.
    public var evidence: String
  }

  /// The tool that wrote a file, and how it is known.
  public struct Tool: Sendable, Equatable {
    /// The tool's name, or `nil` when nothing tells.
    public var name: String?
    /// The key of the profile to read the file with.
    public var profile: String
    /// How sure it is.
    public var confidence: Confidence
    /// What it was told by, in one line.
    public var why: String
  }

  /// How sure it is that a tool wrote a file.
  public enum Confidence: String, Sendable, CaseIterable {
    /// The file has what only this tool writes.
    case certain
    /// The file has something of what the tool writes.
    case likely
    /// Nothing tells.
    case none
  }

  /// Makes a file of which only the path is known.
  init(path: String) {
    self.path = path
    size = 0
    container = "unknown"
    packing = []
    sheets = []
    kind = .unknown
    encoding = Encoding(name: nil, evidence: "not read")
    records = 0
    raggedRecords = 0
    tool = Tool(
      name: nil, profile: "generic-csv", confidence: .none, why: "nothing tells which tool it is")
    columns = []
    dropped = []
    findings = []
  }
}
