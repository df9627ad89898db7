extension FindingCode {
  /// What is known of every code: its usual severity and one sentence of meaning.
  ///
  /// The documentation's page *Finding codes* is compared with this list by a test.
  static let catalogue: [FindingCode: (severity: Severity, meaning: String)] = [
    .fileMissing: (.error, "A file that the dialogue names is not there."),
    .fileUnreadable: (.error, "A file is there and cannot be read."),
    .fileEmpty: (.error, "A file has no bytes, or no record after its header."),
    .fileBinary: (.error, "A file is not text: its bytes are those of another kind of file."),
    .fileChanged: (.error, "A file is not what it was when it was last looked at."),
    .encodingMismatch: (.warning, "The declared encoding is contradicted by the bytes."),
    .encodingInvalid: (.error, "A record holds bytes that are no text in the file's encoding."),
    .encodingUnknown: (.error, "The declared encoding is not one that can be read."),
    .csvUnterminatedQuote: (.error, "A quoted field is still open when the file ends."),
    .csvStrayQuote: (.warning, "A quote stands inside a quoted field without being doubled."),
    .csvFieldCount: (.warning, "A record has another number of fields than the header."),
    .csvDelimiterUnknown: (.error, "None of the delimiters divides the file into columns."),
    .csvRecordTooLong: (.error, "A record is larger than the limit."),
    .csvNulByte: (.error, "A record holds a NUL byte."),
    .xmlNotWellFormed: (.error, "The XML is not well-formed; reading stopped there."),
    .xmlDocumentType: (.error, "The XML has a document type declaration, which is refused."),
    .xmlTooDeep: (.error, "The XML is nested deeper than the limit."),
    .xmlValueTooLong: (.error, "An XML value is longer than the limit."),
    .xmlDeclarationMended: (.warning, "The XML declaration was malformed and has been mended."),
    .xmlNoRecord: (.error, "The XML has no element that the profile knows as a record."),
    .notesHeader: (.warning, "The header of a note lacks a line or holds one that is not known."),
    .notesItem: (.warning, "An item of a note has a mark that cannot be read."),
    .mapColumnMissing: (.error, "A mapped column is not in the file."),
    .mapColumnUnmapped: (.note, "A column of the file has no role and is left out."),
    .mapColumnRepeated: (.warning, "A column name stands more than once in the header."),
    .mapTimeUnreadable: (.warning, "A time cannot be read, so the period cannot be checked."),
    .mapNoText: (.note, "A source has no free text, so it gives submissions and no viewpoints."),
    .mapNothingMapped: (.error, "A source gives no column a role that can be counted."),
    .profileUnknown: (.error, "A source names a profile that does not exist."),
    .profileDoubtful: (.warning, "The file does not look like the profile's tool."),
    .sourceNothingFound: (.error, "A source's path or glob matches no file."),
    .anonymityHonoured: (.note, "A participant asked for anonymity; contact details are dropped."),
    .yamlSyntax: (.error, "A YAML file cannot be parsed."),
    .yamlTooLarge: (.error, "A YAML file is larger than the limit."),
    .yamlTooDeep: (.error, "A YAML file is nested deeper than the limit."),
    .yamlAlias: (.error, "A YAML file uses an alias, which is refused."),
    .yamlKeyUnknown: (.error, "A key is not one that the file may have."),
    .yamlKeyMissing: (.error, "A key that the file must have is missing."),
    .yamlKeyRepeated: (.error, "A key stands more than once in the same block."),
    .yamlValueInvalid: (.error, "A value is not of the kind that its key takes."),
    .yamlValueRepeated: (.error, "A value that must stand once stands more than once."),
    .dialogueNoCase: (.error, "The dialogue is not tied to a decision case (D09)."),
    .dialoguePeriod: (.error, "The period ends before it begins."),
    .dialogueDates: (.warning, "Dates of the dialogue contradict each other."),
    .dialogueKind: (.warning, "The dialogue may not be of the kind that the file says."),
    .dialogueNameUnknown: (.error, "The dialogue file refers to a name that does not exist."),
    .codebookTerm: (.warning, "A codebook term is empty, repeated or can never match."),
    .groupReferenceMissing: (.warning, "A group has no reference figure and is not compared."),
    .groupReferenceUnknown: (.error, "The reference population names a group that is not known."),
    .groupUnknownValue: (.warning, "A background answer is one that no target group knows."),
    .groupAmbiguous: (.error, "An answer or an age belongs to more than one group."),
    .referenceRow: (.error, "A row of the reference population cannot be read."),
    .referenceChanged: (.error, "The reference population is not that of the last run."),
    .referenceSum: (.warning, "The groups of a dimension are more than the whole population."),
    .referenceTable: (.error, "A statistics table has no figures for what was asked."),
    .referenceAgeClass: (.error, "The age classes of a statistics table do not fit an age group."),
    .referenceBands: (.error, "Age bands overlap, leave a gap or cannot be read."),
    .referenceRepeated: (.error, "Two figures stand for the same group."),
    .referenceValue: (.error, "A figure of a statistics table is missing or is no whole number."),
    .referenceDiffers: (
      .warning, "The parts of a statistics table do not sum to its published total."
    ),
    .referenceAssumed: (
      .note, "Something that a statistics table does not say was taken for granted."
    ),
    .referenceUnused: (
      .note, "Rows of a statistics table or a reference population are not used, for a reason."
    ),
    .referenceContradicted: (
      .warning,
      "The dialogue says that a group has no figure, and the reference population has one."
    ),
    .responseTheme: (.error, "A response is for a theme that the codebook does not have."),
    .responseLimit: (.warning, "An outcome outside the frame does not name the limit."),
    .responseReason: (.warning, "An outcome that is not granted gives no reason."),
    .responseRecipient: (.warning, "An outcome that is passed on does not say to whom."),
    .policyDuty: (.error, "A duty of the policy file has a check that cannot be carried out."),
    .quotationNotFound: (.error, "A cleared quotation is not in the submission's masked text."),
    .quotationTheme: (.error, "A cleared quotation is for a theme that the codebook lacks."),
    .publishPersonalData: (.error, "A public file holds what looks like personal data."),
    .publishEarlier: (.error, "A version that was published before cannot be compared with."),
    .publishSmallCount: (.error, "A public file shows a count below the limit."),
    .publishQuotation: (.error, "A public file holds a quotation that nobody has cleared."),
    .sourceRepeated: (.warning, "A file is named by more than one source and is read once."),
    .publishNumberKey: (
      .error, "The public numbers are drawn without a key of the dialogue's own."
    ),
    .publishRule: (.error, "The smallest count to show is set below what may be published."),
    .verifyUnlisted: (.error, "A file of the output is not in the run record, or a source is new."),
    .sourceVanished: (.error, "A source of the last run is not there any more."),
    .sourceUnbalanced: (.error, "The records of a source are not all accounted for."),
    .verifyFigure: (.error, "A figure of the annex does not recompute."),
    .verifyQuotation: (.error, "A quotation of the annex is not in its source."),
    .verifyHash: (.error, "A file's hash is not the one in the run record."),
    .verifyMissing: (.error, "A file that the run wrote is not there."),
    .outputFailed: (.error, "An output cannot be written."),
    .registerFailed: (.error, "The register cannot be read or written."),
    .temporaryFailed: (.error, "A temporary file cannot be written or read."),
    .usage: (.error, "The command was given something that it cannot use."),
    .encodingMended: (
      .warning, "Letters that an earlier program had read in the wrong encoding were mended."
    ),
    .encodingLostLetters: (
      .warning, "A file has replacement characters: letters were lost before the export."
    ),
    .mapHeaderDrift: (.error, "Files of one source differ in columns that have no role."),
    .sourceSameExport: (
      .warning, "Everything in a file stands in another file of the dialogue too."
    ),
    .sourceShrank: (.error, "A source has fewer records than at the last run."),
    .sourceSuperseded: (.note, "Records were replaced by a later event of the same submission."),
    .sourceNotSubmissions: (.error, "A file is known to hold something else than submissions."),
    .archiveUnreadable: (
      .error, "An archive or a workbook is damaged, locked or not of a kind that is read."
    ),
    .limitExceeded: (.error, "A file, an archive or a table is larger than a limit."),
    .sheetUnclear: (.error, "A workbook has no sheet with the name, or several with content."),
    .sheetFormula: (
      .warning, "Cells hold formulas whose results are not stored, and count as empty."
    ),
    .xmlMarkup: (.note, "Answers hold markup, which was read as text with line breaks."),
    .sourceFileSkipped: (.note, "Files of a source's folder have endings that it does not read."),
    .sheetOddity: (.note, "A sheet has something that a table should not have."),
    .sourceSkippedFields: (.note, "Fields that the form hid from the participant are not read."),
    .csvHeaderRepeated: (.warning, "The header of a table stands among its records."),
    .sourceSameWords: (
      .warning, "Records have the same answers as others and numbers or times of their own."
    ),
    .limitReached: (.warning, "More of the same was found than is listed; the rest is counted."),
  ]
}

extension FindingCode {
  // Grouped by area; the names follow the printed codes.
  /// A file that the dialogue names is not there.
  public static let fileMissing = FindingCode(rawValue: "file.missing")
  /// A file is there and cannot be read.
  public static let fileUnreadable = FindingCode(rawValue: "file.unreadable")
  /// A file has no bytes, or no record after its header.
  public static let fileEmpty = FindingCode(rawValue: "file.empty")
  /// A file is not text: its bytes are those of another kind of file.
  public static let fileBinary = FindingCode(rawValue: "file.binary")
  /// A file is not what it was when it was last looked at.
  public static let fileChanged = FindingCode(rawValue: "file.changed")
  /// The declared encoding is contradicted by the bytes.
  public static let encodingMismatch = FindingCode(rawValue: "encoding.mismatch")
  /// A record holds bytes that are no text in the file's encoding.
  public static let encodingInvalid = FindingCode(rawValue: "encoding.invalid-bytes")
  /// The declared encoding is not one that can be read.
  public static let encodingUnknown = FindingCode(rawValue: "encoding.unknown")
  /// A quoted field is still open when the file ends.
  public static let csvUnterminatedQuote = FindingCode(rawValue: "csv.unterminated-quote")
  /// A quote stands inside a quoted field without being doubled.
  public static let csvStrayQuote = FindingCode(rawValue: "csv.stray-quote")
  /// A record has another number of fields than the header.
  public static let csvFieldCount = FindingCode(rawValue: "csv.field-count")
  /// None of the delimiters divides the file into columns.
  public static let csvDelimiterUnknown = FindingCode(rawValue: "csv.delimiter-unknown")
  /// A record is larger than the limit.
  public static let csvRecordTooLong = FindingCode(rawValue: "csv.record-too-long")
  /// A record holds a NUL byte.
  public static let csvNulByte = FindingCode(rawValue: "csv.nul-byte")
  /// The XML is not well-formed; reading stopped there.
  public static let xmlNotWellFormed = FindingCode(rawValue: "xml.not-well-formed")
  /// The XML has a document type declaration, which is refused.
  public static let xmlDocumentType = FindingCode(rawValue: "xml.document-type")
  /// The XML is nested deeper than the limit.
  public static let xmlTooDeep = FindingCode(rawValue: "xml.too-deep")
  /// An XML value is longer than the limit.
  public static let xmlValueTooLong = FindingCode(rawValue: "xml.value-too-long")
  /// The XML declaration was malformed and has been mended.
  public static let xmlDeclarationMended = FindingCode(rawValue: "xml.declaration-mended")
  /// The XML has no element that the profile knows as a record.
  public static let xmlNoRecord = FindingCode(rawValue: "xml.no-record")
  /// The header of a note lacks a line or holds one that is not known.
  public static let notesHeader = FindingCode(rawValue: "notes.header")
  /// An item of a note has a mark that cannot be read.
  public static let notesItem = FindingCode(rawValue: "notes.item")
  /// A mapped column is not in the file.
  public static let mapColumnMissing = FindingCode(rawValue: "map.column-missing")
  /// A column of the file has no role and is left out.
  public static let mapColumnUnmapped = FindingCode(rawValue: "map.column-unmapped")
  /// A column name stands more than once in the header.
  public static let mapColumnRepeated = FindingCode(rawValue: "map.column-repeated")
  /// A time cannot be read, so the period cannot be checked.
  public static let mapTimeUnreadable = FindingCode(rawValue: "map.time-unreadable")
  /// A source has no free text, so it gives submissions and no viewpoints.
  public static let mapNoText = FindingCode(rawValue: "map.no-text")
  /// A source gives no column a role that can be counted.
  public static let mapNothingMapped = FindingCode(rawValue: "map.nothing-mapped")
  /// A source names a profile that does not exist.
  public static let profileUnknown = FindingCode(rawValue: "profile.unknown")
  /// The file does not look like the profile's tool.
  public static let profileDoubtful = FindingCode(rawValue: "profile.doubtful")
  /// A source's path or glob matches no file.
  public static let sourceNothingFound = FindingCode(rawValue: "source.nothing-found")
  /// A file is named by more than one source and is read once.
  public static let sourceRepeated = FindingCode(rawValue: "source.repeated")
  /// The public numbers are drawn without a key of the dialogue's own.
  public static let publishNumberKey = FindingCode(rawValue: "publish.number-key")
  /// The smallest count to show is set below what may be published.
  public static let publishRule = FindingCode(rawValue: "publish.smallest-count")
  /// A file of the output is not in the run record, or a source is new.
  public static let verifyUnlisted = FindingCode(rawValue: "verify.unlisted")
  /// A source of the last run is not there any more.
  public static let sourceVanished = FindingCode(rawValue: "source.vanished")
  /// The records of a source are not all accounted for.
  public static let sourceUnbalanced = FindingCode(rawValue: "source.unbalanced")
  /// A participant asked for anonymity; contact details are dropped.
  public static let anonymityHonoured = FindingCode(rawValue: "source.anonymity-honoured")
  /// A YAML file cannot be parsed.
  public static let yamlSyntax = FindingCode(rawValue: "yaml.syntax")
  /// A YAML file is larger than the limit.
  public static let yamlTooLarge = FindingCode(rawValue: "yaml.too-large")
  /// A YAML file is nested deeper than the limit.
  public static let yamlTooDeep = FindingCode(rawValue: "yaml.too-deep")
  /// A YAML file uses an alias, which is refused.
  public static let yamlAlias = FindingCode(rawValue: "yaml.alias")
  /// A key is not one that the file may have.
  public static let yamlKeyUnknown = FindingCode(rawValue: "yaml.key-unknown")
  /// A key that the file must have is missing.
  public static let yamlKeyMissing = FindingCode(rawValue: "yaml.key-missing")
  /// A key stands more than once in the same block.
  public static let yamlKeyRepeated = FindingCode(rawValue: "yaml.key-repeated")
  /// A value is not of the kind that its key takes.
  public static let yamlValueInvalid = FindingCode(rawValue: "yaml.value-invalid")
  /// A value that must stand once stands more than once.
  public static let yamlValueRepeated = FindingCode(rawValue: "yaml.value-repeated")
  /// The dialogue is not tied to a decision case (D09).
  public static let dialogueNoCase = FindingCode(rawValue: "dialogue.no-case")
  /// The period ends before it begins.
  public static let dialoguePeriod = FindingCode(rawValue: "dialogue.period")
  /// Dates of the dialogue contradict each other.
  public static let dialogueDates = FindingCode(rawValue: "dialogue.dates")
  /// The dialogue may not be of the kind that the file says.
  public static let dialogueKind = FindingCode(rawValue: "dialogue.kind")
  /// The dialogue file refers to a name that does not exist.
  public static let dialogueNameUnknown = FindingCode(rawValue: "dialogue.name-unknown")
  /// A codebook term is empty, repeated or can never match.
  public static let codebookTerm = FindingCode(rawValue: "codebook.term")
  /// A group has no reference figure and is not compared.
  public static let groupReferenceMissing = FindingCode(rawValue: "group.reference-missing")
  /// The reference population names a group that is not known.
  public static let groupReferenceUnknown = FindingCode(rawValue: "group.reference-unknown")
  /// A background answer is one that no target group knows.
  public static let groupUnknownValue = FindingCode(rawValue: "group.unknown-value")
  /// An answer or an age belongs to more than one group.
  public static let groupAmbiguous = FindingCode(rawValue: "group.ambiguous")
  /// A row of the reference population cannot be read.
  public static let referenceRow = FindingCode(rawValue: "reference.row")
  /// The reference population is not that of the last run.
  public static let referenceChanged = FindingCode(rawValue: "reference.changed")
  /// The groups of a dimension are more than the whole population.
  public static let referenceSum = FindingCode(rawValue: "reference.sum")
  /// A statistics table has no figures for what was asked.
  public static let referenceTable = FindingCode(rawValue: "reference.table")
  /// The age classes of a statistics table do not fit an age group.
  public static let referenceAgeClass = FindingCode(rawValue: "reference.age-class")
  /// Age bands overlap, leave a gap or cannot be read.
  public static let referenceBands = FindingCode(rawValue: "reference.bands")
  /// Two figures stand for the same group.
  public static let referenceRepeated = FindingCode(rawValue: "reference.repeated")
  /// A figure of a statistics table is missing or is no whole number.
  public static let referenceValue = FindingCode(rawValue: "reference.value")
  /// The parts of a statistics table do not sum to its published total.
  public static let referenceDiffers = FindingCode(rawValue: "reference.differs")
  /// Something that a statistics table does not say was taken for granted.
  public static let referenceAssumed = FindingCode(rawValue: "reference.assumed")
  /// Rows of a statistics table are not used, each for a reason.
  public static let referenceUnused = FindingCode(rawValue: "reference.unused")
  /// The dialogue says that a group has no figure, and the reference population has one.
  public static let referenceContradicted = FindingCode(rawValue: "reference.contradicted")
  /// A response is for a theme that the codebook does not have.
  public static let responseTheme = FindingCode(rawValue: "response.theme")
  /// An outcome outside the frame does not name the limit.
  public static let responseLimit = FindingCode(rawValue: "response.limit")
  /// An outcome that is not granted gives no reason.
  public static let responseReason = FindingCode(rawValue: "response.reason")
  /// An outcome that is passed on does not say to whom.
  public static let responseRecipient = FindingCode(rawValue: "response.recipient")
  /// A duty of the policy file has a check that cannot be carried out.
  public static let policyDuty = FindingCode(rawValue: "policy.duty")
  /// A cleared quotation is not in the submission's masked text.
  public static let quotationNotFound = FindingCode(rawValue: "quotation.not-found")
  /// A cleared quotation is for a theme that the codebook lacks.
  public static let quotationTheme = FindingCode(rawValue: "quotation.theme")
  /// A public file holds what looks like personal data.
  public static let publishPersonalData = FindingCode(rawValue: "publish.personal-data")
  /// A version that was published before cannot be compared with.
  public static let publishEarlier = FindingCode(rawValue: "publish.earlier")
  /// A public file shows a count below the limit.
  public static let publishSmallCount = FindingCode(rawValue: "publish.small-count")
  /// A public file holds a quotation that nobody has cleared.
  public static let publishQuotation = FindingCode(rawValue: "publish.quotation")
  /// A figure of the annex does not recompute.
  public static let verifyFigure = FindingCode(rawValue: "verify.figure-differs")
  /// A quotation of the annex is not in its source.
  public static let verifyQuotation = FindingCode(rawValue: "verify.quotation-missing")
  /// A file's hash is not the one in the run record.
  public static let verifyHash = FindingCode(rawValue: "verify.hash-differs")
  /// A file that the run wrote is not there.
  public static let verifyMissing = FindingCode(rawValue: "verify.file-missing")
  /// An output cannot be written.
  public static let outputFailed = FindingCode(rawValue: "output.failed")
  /// The register cannot be read or written.
  public static let registerFailed = FindingCode(rawValue: "register.failed")
  /// A temporary file cannot be written or read.
  public static let temporaryFailed = FindingCode(rawValue: "temporary.failed")
  /// The command was given something that it cannot use.
  public static let usage = FindingCode(rawValue: "usage.invalid")
  /// Letters that an earlier program had read in the wrong encoding were mended.
  public static let encodingMended = FindingCode(rawValue: "encoding.mended")
  /// A file has replacement characters: letters were lost before the export.
  public static let encodingLostLetters = FindingCode(rawValue: "encoding.lost-letters")
  /// Files of one source differ in columns that have no role.
  public static let mapHeaderDrift = FindingCode(rawValue: "map.header-drift")
  /// Everything in a file stands in another file of the dialogue too.
  public static let sourceSameExport = FindingCode(rawValue: "source.same-export")
  /// A source has fewer records than at the last run.
  public static let sourceShrank = FindingCode(rawValue: "source.shrank")
  /// Records were replaced by a later event of the same submission.
  public static let sourceSuperseded = FindingCode(rawValue: "source.superseded")
  /// A file is known to hold something else than submissions.
  public static let sourceNotSubmissions = FindingCode(rawValue: "source.not-submissions")
  /// An archive or a workbook is damaged, locked or not of a kind that is read.
  public static let archiveUnreadable = FindingCode(rawValue: "archive.unreadable")
  /// A file, an archive or a table is larger than a limit.
  public static let limitExceeded = FindingCode(rawValue: "limit.exceeded")
  /// A workbook has no sheet with the name, or several with content.
  public static let sheetUnclear = FindingCode(rawValue: "sheet.unclear")
  /// Cells hold formulas whose results are not stored, and count as empty.
  public static let sheetFormula = FindingCode(rawValue: "sheet.formula")
  /// Answers hold markup, which was read as text with line breaks.
  public static let xmlMarkup = FindingCode(rawValue: "xml.markup")
  /// Files of a source's folder have endings that it does not read.
  public static let sourceFileSkipped = FindingCode(rawValue: "source.file-skipped")
  /// A sheet has something that a table should not have.
  public static let sheetOddity = FindingCode(rawValue: "sheet.oddity")
  /// Fields that the form hid from the participant are not read.
  public static let sourceSkippedFields = FindingCode(rawValue: "source.hidden-fields")
  /// The header of a table stands among its records.
  public static let csvHeaderRepeated = FindingCode(rawValue: "csv.header-repeated")
  /// Records have the same answers as others and numbers or times of their own.
  public static let sourceSameWords = FindingCode(rawValue: "source.same-words")
  /// More of the same was found than is listed; the rest is counted.
  public static let limitReached = FindingCode(rawValue: "findings.more")
}
