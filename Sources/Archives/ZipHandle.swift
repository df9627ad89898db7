internal import CLibZip
import Records

// The one place where libzip is called: one open archive, and one member of it at a time.
//
// libzip reads through a source of its own kind that takes its bytes from the open file at an
// offset. So it opens nothing itself, never moves the place where others read the file, and works
// with a file that has no name.
final class ZipHandle {
  private let archive: OpaquePointer
  private var member: OpaquePointer?
  private var memberIndex = 0

  init(_ file: InputFile, size: Int) throws(ArchiveError) {
    let state = ZipSourceState(file: file, size: size)
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    let retained = Unmanaged.passRetained(state)
    guard let source = zip_source_function_create(Self.callback, retained.toOpaque(), &error)
    else {
      retained.release()
      throw Self.words(&error, state.failure, member: nil)
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      throw Self.words(&error, state.failure, member: nil)
    }
    self.archive = archive
  }

  deinit {
    closeMember()
    // Also lets go of the source and with it of the file.
    zip_discard(archive)
  }

  var count: Int { Int(zip_get_num_entries(archive, 0)) }

  // What the archive says of a member, `isDuplicate` left open.
  func describe(_ index: Int) throws(ArchiveError) -> ZipMember {
    var status = zip_stat_t()
    zip_stat_init(&status)
    guard zip_stat_index(archive, zip_uint64_t(index), 0, &status) == 0 else {
      throw Self.words(zip_get_error(archive), nil, member: index)
    }
    let needed = zip_uint64_t(ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE)
    guard status.valid & needed == needed, let size = Int(exactly: status.size),
      let compressedSize = Int(exactly: status.comp_size)
    else {
      throw ArchiveError(.damaged, "the archive does not say how large a file is", member: index)
    }
    let name = zip_get_name(archive, zip_uint64_t(index), 0).map { String(cString: $0) } ?? ""
    return ZipMember(
      index: index, name: name, size: size, compressedSize: compressedSize,
      isEncrypted: status.valid & zip_uint64_t(ZIP_STAT_ENCRYPTION_METHOD) != 0
        && status.encryption_method != ZIP_EM_NONE,
      isDirectory: name.hasSuffix("/") || name.hasSuffix("\\"), isDuplicate: false)
  }

  func openMember(_ index: Int) throws(ArchiveError) {
    closeMember()
    guard let opened = zip_fopen_index(archive, zip_uint64_t(index), 0) else {
      throw Self.words(zip_get_error(archive), nil, member: index)
    }
    member = opened
    memberIndex = index
  }

  // The next bytes of the open member; 0 at its end, when its checksum has been found right.
  func read(into target: UnsafeMutableRawBufferPointer) throws(ArchiveError) -> Int {
    guard let member, let base = target.baseAddress else { return 0 }
    let count = zip_fread(member, base, zip_uint64_t(target.count))
    guard count >= 0 else {
      throw Self.words(zip_file_get_error(member), nil, member: memberIndex)
    }
    return Int(count)
  }

  func closeMember() {
    if let member { zip_fclose(member) }
    member = nil
  }

  // libzip's own words are not used: they do not say what to do, and differ between versions.
  private static func words(
    _ error: UnsafeMutablePointer<zip_error_t>?, _ cause: ArchiveError?, member: Int?
  ) -> ArchiveError {
    if let cause { return cause }
    let code = error.map { zip_error_code_zip($0) } ?? ZIP_ER_INTERNAL
    let (kind, reason): (ArchiveError.Kind, String) =
      switch code {
      case ZIP_ER_NOZIP: (.notAnArchive, "it is no zip archive, or its end is missing")
      case ZIP_ER_MULTIDISK: (.unsupported, "it is one part of an archive in several parts")
      case ZIP_ER_CRC: (.checksum, "the unpacked bytes do not fit their checksum")
      case ZIP_ER_COMPNOTSUPP: (.unsupported, "it is compressed by a method that is not known")
      case ZIP_ER_ENCRNOTSUPP, ZIP_ER_NOPASSWD, ZIP_ER_WRONGPASSWD:
        (.encrypted, "it needs a password; unpack it and give the files in it")
      case ZIP_ER_EOF: (.truncated, "the archive ends before the file in it does")
      case ZIP_ER_MEMORY: (.system, "no memory to unpack it")
      case ZIP_ER_READ, ZIP_ER_SEEK, ZIP_ER_TELL, ZIP_ER_OPEN:
        (.truncated, "the archive refers to bytes that it does not have (libzip \(code))")
      default: (.damaged, "the archive is damaged (libzip \(code))")
      }
    return ArchiveError(kind, reason, member: member)
  }

  private static let callback: zip_source_callback = { context, data, length, command in
    guard let context else { return -1 }
    let state = Unmanaged<ZipSourceState>.fromOpaque(context)
    if command == ZIP_SOURCE_FREE {
      state.release()
      return 0
    }
    return state.takeUnretainedValue().answer(command, data, length)
  }
}

// What libzip asks of its source.
private final class ZipSourceState {
  private(set) var failure: ArchiveError?
  private let file: InputFile
  private let size: Int
  private var position = 0
  private var code = Int32(0)

  init(file: InputFile, size: Int) {
    self.file = file
    self.size = size
  }

  func answer(
    _ command: zip_source_cmd_t, _ data: UnsafeMutableRawPointer?, _ length: zip_uint64_t
  ) -> zip_int64_t {
    switch command {
    case ZIP_SOURCE_OPEN:
      position = 0
      return 0
    case ZIP_SOURCE_CLOSE: return 0
    case ZIP_SOURCE_READ: return read(data, length)
    case ZIP_SOURCE_SEEK: return seek(data, length)
    case ZIP_SOURCE_TELL: return zip_int64_t(position)
    case ZIP_SOURCE_STAT:
      guard let data, length >= zip_uint64_t(MemoryLayout<zip_stat_t>.size) else {
        return refuse(ZIP_ER_INVAL)
      }
      let status = data.assumingMemoryBound(to: zip_stat_t.self)
      zip_stat_init(status)
      status.pointee.size = zip_uint64_t(size)
      status.pointee.valid = zip_uint64_t(ZIP_STAT_SIZE)
      return zip_int64_t(MemoryLayout<zip_stat_t>.size)
    case ZIP_SOURCE_ERROR:
      guard let data else { return -1 }
      var error = zip_error_t()
      zip_error_init_with_code(&error, code)
      defer { zip_error_fini(&error) }
      return zip_error_to_data(&error, data, length)
    case ZIP_SOURCE_SUPPORTS:
      return [
        ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
        ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_SUPPORTS,
      ].reduce(0) { $0 | zip_int64_t(1) << zip_int64_t($1.rawValue) }
    default: return refuse(ZIP_ER_OPNOTSUPP)
    }
  }

  private func read(_ data: UnsafeMutableRawPointer?, _ length: zip_uint64_t) -> zip_int64_t {
    let wanted = min(Int(clamping: length), max(size - position, 0))
    guard wanted > 0, let data else { return 0 }
    let target = UnsafeMutableRawBufferPointer(start: data, count: wanted)
    switch FileCalls.readAt(file.descriptor, offset: position, into: target) {
    case .success(let count):
      position += count
      return zip_int64_t(count)
    case .failure(let error):
      failure = error
      return refuse(ZIP_ER_READ)
    }
  }

  private func seek(_ data: UnsafeMutableRawPointer?, _ length: zip_uint64_t) -> zip_int64_t {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let data else { return refuse(ZIP_ER_INVAL) }
    let target = zip_source_seek_compute_offset(
      zip_uint64_t(position), zip_uint64_t(size), data, length, &error)
    guard target >= 0 else { return refuse(zip_error_code_zip(&error)) }
    position = Int(target)
    return 0
  }

  private func refuse(_ code: Int32) -> zip_int64_t {
    self.code = code
    return -1
  }
}
