import Archives

/// What kinds of files are called in an inspection.
enum ContainerNames {
  static func name(_ kind: ContainerKind) -> String {
    switch kind {
    case .plain: "file"
    case .gzip: "gzip"
    case .zip: "zip archive"
    case .xlsx: "xlsx"
    case .ods: "ods"
    case .docx: "docx document"
    case .xls: "xls workbook"
    case .encryptedOffice: "office document with a password"
    case .other(let name): name
    }
  }
}
