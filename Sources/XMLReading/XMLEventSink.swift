/// Takes the events of an XML file one by one, for readers that neither records nor an outline
/// serve.
///
/// The names are local names. All pointers are good until the call returns. The text of one
/// element may come in several pieces, cut between characters.
package protocol XMLEventSink: AnyObject {
  /// An element begins.
  func start(
    _ name: UnsafePointer<UInt8>, _ namespace: UnsafePointer<UInt8>?,
    _ attributes: XMLEventAttributes)

  /// A piece of text, from a CDATA section too.
  func characters(_ text: UnsafeBufferPointer<UInt8>)

  /// The innermost element that is open ends.
  func end()
}
