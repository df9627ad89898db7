import Records

/// Reads an XML file piece by piece and gives its events to a sink.
///
/// The refusals are those of ``XMLRecordReader``: no document type, no entities, and the same
/// limits of depth, attributes and names.
package final class XMLEventReader {
  private let stream: XMLTextStream
  private let run: XMLRun

  /// Makes a reader; nothing is read yet.
  package init(
    _ source: XMLSource, sink: any XMLEventSink, limits: XMLLimits = XMLLimits()
  ) {
    stream = XMLTextStream(source, onRawBytes: nil)
    run = XMLRun(stream, SAXParser(events: sink, limits: limits))
  }

  /// Reads the next piece and returns whether there may be more.
  package func step() throws(SourceError) -> Bool { try run.step() }

  /// Why the reading stopped before the end of the file.
  package var failure: RecordProblem? { run.failure }
}
