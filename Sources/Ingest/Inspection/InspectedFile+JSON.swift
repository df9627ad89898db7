import DialogueModel

/// The field names are stable: programs rely on them. A field without a value is written as null
/// and never left out.
extension InspectedFile: Encodable {
  private enum Key: String, CodingKey {
    case path
    case sha256
    case size
    case container
    case packing
    case sheet
    case sheets
    case kind
    case encoding
    case delimiter
    case quote
    case lineEnd
    case dialectEvidence
    case headerEvidence
    case headerRows
    case records
    case sample
    case raggedRecords
    case firstRaggedLine
    case tool
    case columns
    case xml
    case notes
    case dropped
    case source
    case findings
  }

  /// Writes the file as the object that `inspel inspect --json` promises.
  public func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    try object.encode(path, forKey: .path)
    try object.encode(sha256, forKey: .sha256)
    try object.encode(size, forKey: .size)
    try object.encode(container, forKey: .container)
    try object.encode(packing, forKey: .packing)
    try object.encode(sheet, forKey: .sheet)
    try object.encode(sheets, forKey: .sheets)
    try object.encode(kind.rawValue, forKey: .kind)
    try object.encode(encoding, forKey: .encoding)
    try object.encode(dialect?.delimiter, forKey: .delimiter)
    try object.encode(dialect?.quote, forKey: .quote)
    try object.encode(dialect?.lineEnd, forKey: .lineEnd)
    try object.encode(dialect?.evidence, forKey: .dialectEvidence)
    try object.encode(headerRows, forKey: .headerRows)
    try object.encode(headerEvidence, forKey: .headerEvidence)
    try object.encode(records, forKey: .records)
    try object.encode(sample, forKey: .sample)
    try object.encode(raggedRecords, forKey: .raggedRecords)
    try object.encode(firstRaggedLine, forKey: .firstRaggedLine)
    try object.encode(tool, forKey: .tool)
    try object.encode(columns, forKey: .columns)
    try object.encode(xml, forKey: .xml)
    try object.encode(notes, forKey: .notes)
    try object.encode(dropped, forKey: .dropped)
    try object.encode(source?.yaml(path: path), forKey: .source)
    try object.encode(findings.map(FindingDocument.init), forKey: .findings)
  }
}

extension InspectedFile.Encoding: Encodable {
  private enum Key: String, CodingKey {
    case name
    case evidence
    case candidates
  }

  private enum CandidateKey: String, CodingKey {
    case name
    case score
    case evidence
  }

  /// Writes the encoding.
  public func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    try object.encode(name, forKey: .name)
    try object.encode(evidence, forKey: .evidence)
    var list = object.nestedUnkeyedContainer(forKey: .candidates)
    for candidate in candidates {
      var item = list.nestedContainer(keyedBy: CandidateKey.self)
      try item.encode(candidate.name, forKey: .name)
      try item.encode(candidate.score, forKey: .score)
      try item.encode(candidate.evidence, forKey: .evidence)
    }
  }
}

extension InspectedFile.Sample: Encodable {
  private enum Key: String, CodingKey {
    case bytes
    case records
  }

  /// Writes how much was looked at.
  public func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    try object.encode(bytes, forKey: .bytes)
    try object.encode(records, forKey: .records)
  }
}

extension InspectedFile.Tool: Encodable {
  private enum Key: String, CodingKey {
    case name
    case profile
    case confidence
    case why
  }

  /// Writes the tool.
  public func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    try object.encode(name, forKey: .name)
    try object.encode(profile, forKey: .profile)
    try object.encode(confidence.rawValue, forKey: .confidence)
    try object.encode(why, forKey: .why)
  }
}

extension InspectedFile.Column: Encodable {
  private enum Key: String, CodingKey {
    case name
    case position
    case role
    case dimension
    case why
    case type
    case filled
    case distinct
    case distinctIsExact
    case form
    case dateOrder
    case examples
  }

  /// Writes the column.
  public func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    try object.encode(name, forKey: .name)
    try object.encode(position, forKey: .position)
    try object.encode(role.rawValue, forKey: .role)
    try object.encode(dimension, forKey: .dimension)
    try object.encode(why, forKey: .why)
    try object.encode(type?.rawValue, forKey: .type)
    try object.encode(filled, forKey: .filled)
    try object.encode(distinct, forKey: .distinct)
    try object.encode(isDistinctExact, forKey: .distinctIsExact)
    try object.encode(form, forKey: .form)
    try object.encode(dateOrder?.rawValue, forKey: .dateOrder)
    try object.encode(examples, forKey: .examples)
  }
}

extension InspectedFile.XMLShape: Encodable {
  private enum Key: String, CodingKey {
    case version
    case root
    case namespace
    case record
    case recordElements
    case documentType
    case forms
    case formVersions
    case paths
  }

  /// Writes what the XML file consists of.
  public func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    try object.encode(version, forKey: .version)
    try object.encode(root, forKey: .root)
    try object.encode(namespace, forKey: .namespace)
    try object.encode(record, forKey: .record)
    try object.encode(recordElements, forKey: .recordElements)
    try object.encode(hasDocumentType, forKey: .documentType)
    try object.encode(forms, forKey: .forms)
    try object.encode(formVersions, forKey: .formVersions)
    try object.encode(paths, forKey: .paths)
  }
}

extension InspectedFile.XMLShape.Path: Encodable {
  private enum Key: String, CodingKey {
    case path
    case seen
    case withText
  }

  /// Writes the path.
  public func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    try object.encode(path, forKey: .path)
    try object.encode(seen, forKey: .seen)
    try object.encode(withText, forKey: .withText)
  }
}

extension InspectedFile.NotesShape: Encodable {
  private enum Key: String, CodingKey {
    case items
    case headerKeys
    case itemsWithGroup
    case itemsSaidByMany
  }

  /// Writes what the note holds.
  public func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    try object.encode(items, forKey: .items)
    try object.encode(headerKeys, forKey: .headerKeys)
    try object.encode(itemsWithGroup, forKey: .itemsWithGroup)
    try object.encode(itemsSaidByMany, forKey: .itemsSaidByMany)
  }
}
