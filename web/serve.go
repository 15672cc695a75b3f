package web

import (
	"context"
	"errors"
	"net"
	"net/http"
	"time"
)

// The patience of Serve. A search has its own, shorter limit.
const (
	headerTimeout   = 5 * time.Second  // until a request's head is read: a slow sender holds nothing up
	readTimeout     = 10 * time.Second // until all of it is read
	writeTimeout    = 60 * time.Second // until the answer is written, to a slow reader of a long document
	idleTimeout     = 2 * time.Minute  // until a silent connection is closed
	shutdownTimeout = 10 * time.Second // for requests that run when ctx is done
	maxHeaderBytes  = 64 << 10         // holds the longest query with every byte escaped
)

// Serve answers requests on l with h until ctx is done; then it takes no new
// ones, lets those that run come to their end and returns nil. It closes l.
func Serve(ctx context.Context, l net.Listener, h http.Handler) error {
	server := &http.Server{
		Handler:           h,
		ReadHeaderTimeout: headerTimeout,
		ReadTimeout:       readTimeout,
		WriteTimeout:      writeTimeout,
		IdleTimeout:       idleTimeout,
		MaxHeaderBytes:    maxHeaderBytes,
	}
	stopped := make(chan error, 1)
	go func() { stopped <- server.Serve(l) }()
	select {
	case err := <-stopped:
		return err
	case <-ctx.Done():
	}
	// The requests that run have contexts of their own, so that the end of
	// ctx does not cut them off.
	patience, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownTimeout)
	defer cancel()
	err := server.Shutdown(patience)
	if errors.Is(err, context.DeadlineExceeded) {
		err = server.Close()
	}
	if served := <-stopped; !errors.Is(served, http.ErrServerClosed) {
		return served
	}
	return err
}
