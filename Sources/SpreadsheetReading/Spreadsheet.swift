import Archives
import Records

/// A spreadsheet that is open for reading: an Excel workbook (xlsx) or an OpenDocument sheet (ods).
///
/// What kind of file it is, is told by its content. The sheets are read with ``SheetReader``.
///
/// ```swift
/// let spreadsheet = try Spreadsheet(path: "svar.xlsx")
/// let reader = try SheetReader(spreadsheet, sheet: 0)
/// let header = try reader.readHeader(rows: 1)
/// ```
public final class Spreadsheet {
  /// The format of the file.
  public let format: SpreadsheetFormat
  /// The sheets in the order of their tabs, hidden ones among them; sheets that are only a chart
  /// are left out.
  public let sheets: [SheetInfo]
  /// How much the file may ask for.
  public let limits: SpreadsheetLimits

  let content: Content

  // What a sheet reader starts from.
  enum Content {
    case xlsx(XLSXWorkbook)
    case ods(ODSDocument)
  }

  /// Opens the spreadsheet at `path`.
  public convenience init(
    path: String, limits: SpreadsheetLimits = SpreadsheetLimits()
  ) throws(SpreadsheetError) {
    let file: InputFile
    do {
      file = try InputFile(path: path)
    } catch {
      throw SpreadsheetError(error)
    }
    try self.init(file, limits: limits)
  }

  /// Opens a spreadsheet in a file that is open already; its sequential reading is not moved.
  ///
  /// - Throws: `SpreadsheetError` when it is no spreadsheet, needs a password, is of a kind that
  ///   has to be saved again as another, or is damaged.
  public init(
    _ file: InputFile, limits: SpreadsheetLimits = SpreadsheetLimits()
  ) throws(SpreadsheetError) {
    self.limits = limits
    let kind: ContainerKind
    do {
      kind = try ContainerKind.of(file, limits: limits.archive)
    } catch {
      throw SpreadsheetError(error)
    }
    if let refusal = Self.refusal(of: kind) { throw refusal }
    let archive: ZipArchive
    do {
      archive = try ZipArchive(file, limits: limits.archive)
    } catch {
      throw SpreadsheetError(error)
    }
    switch kind {
    case .xlsx:
      let workbook = try XLSXWorkbook(archive, limits)
      format = .xlsx
      sheets = workbook.sheets
      content = .xlsx(workbook)
    case .ods:
      let document = try ODSDocument(archive, limits)
      format = .ods
      sheets = document.sheets
      content = .ods(document)
    default:
      throw SpreadsheetError(.notASpreadsheet, "it is a zip archive and no spreadsheet")
    }
  }

  // Why a file of this kind cannot be opened, and what to do.
  private static func refusal(of kind: ContainerKind) -> SpreadsheetError? {
    switch kind {
    // A zip archive may be one that cannot be opened, and then says so itself.
    case .xlsx, .ods, .zip: nil
    case .xls:
      SpreadsheetError(
        .oldFormat,
        "it is an Excel workbook of the kind written until 2003 (xls); open it in Excel or "
          + "LibreOffice and save it as .xlsx or as CSV")
    case .encryptedOffice:
      SpreadsheetError(
        .passwordProtected,
        "it is protected by a password; open it in Excel, take the password away and save it as "
          + ".xlsx or as CSV")
    case .docx: SpreadsheetError(.notASpreadsheet, "it is a Word document and no spreadsheet")
    case .other(let words):
      SpreadsheetError(
        .notASpreadsheet,
        "it is of a kind that cannot be read: \(words); open it and save it as .xlsx or as CSV")
    case .plain, .gzip: SpreadsheetError(.notASpreadsheet, "it is no spreadsheet")
    }
  }
}
