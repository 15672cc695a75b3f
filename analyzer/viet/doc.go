// Package viet knows the letters, tones and syllables of Vietnamese: it folds
// text to three levels, puts tone marks in one place, and tells syllables
// from other words.
package viet
