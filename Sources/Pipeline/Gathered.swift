import Foundation

/// Results that several threads put in their places.
final class Gathered<Value: Sendable>: @unchecked Sendable {
  private let lock = NSLock()
  private var places: [Value?]

  init(count: Int) { places = Array(repeating: nil, count: count) }

  subscript(place: Int) -> Value? {
    get { lock.withLock { places[place] } }
    set { lock.withLock { places[place] = newValue } }
  }

  /// What was put, in the order of the places.
  var values: [Value] { lock.withLock { places.compactMap(\.self) } }
}
