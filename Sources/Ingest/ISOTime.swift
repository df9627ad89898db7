import DialogueModel

/// A time written as `2026-04-14T09:12:33Z`, the form that most tools export, read without looking
/// for any other.
///
/// A blank may stand for the `T`, and the `Z` may be missing. Nothing else is taken to be of this
/// form, and what is says the same as ``TimeReader`` would find byte by byte.
struct ISOTime {
  /// The time, or `nil` when there is no such day or no such time of day.
  let time: SubmissionTime?

  /// Reads a value; `nil` when it is not written in this form.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 19 || bytes.count == 20 && bytes[19] == UInt8(ascii: "Z"),
      bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
      bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":")
    else { return nil }
    var areDigits = true
    func pair(_ place: Int) -> Int {
      let tens = bytes[place] &- UInt8(ascii: "0")
      let ones = bytes[place + 1] &- UInt8(ascii: "0")
      areDigits = areDigits && tens < 10 && ones < 10
      return Int(tens) * 10 + Int(ones)
    }
    let year = pair(0) * 100 + pair(2)
    let month = pair(5)
    let day = pair(8)
    let hour = pair(11)
    let minute = pair(14)
    let second = pair(17)
    guard areDigits else { return nil }
    guard let date = CalendarDate(year: year, month: month, day: day),
      hour < 24, minute < 60, second <= 60
    else {
      time = nil
      return
    }
    time = SubmissionTime(
      day: date.daysSince1970, seconds: hour * 3600 + minute * 60 + min(second, 59))
  }
}
