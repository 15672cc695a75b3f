// Package keystroke reads Vietnamese typed as raw keys of Telex or VNI.
package keystroke
