// The limit for start-up: a Swift program that does nothing and has Foundation.
import Foundation

print(Date.distantPast < Date.distantFuture)
