package browser

import (
	"context"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// command is an action that sends a command of the protocol.
func command[P any](c cdp.Command[P, cdp.Empty], params P) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, c, params)
		return err
	})
}

// Feature is an action that makes a media feature, such as
// prefers-color-scheme, have a value.
func Feature(name, value string) chromedp.Action[chromedp.Void] {
	return command(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: name, Value: value}},
	})
}

// Press is an action that presses a key that writes a letter. Unlike
// chromedp.KeyEvent it sends the letter with the key, as a keyboard does, so
// that a script can keep it from being written.
func Press(letter string) chromedp.Action[chromedp.Void] {
	return chromedp.Steps(
		command(input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: kb.KeyDown, Key: letter, Text: letter}),
		command(input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: kb.KeyUp, Key: letter}),
	)
}
