package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"github.com/spf13/cobra"

	"almanac/build/serve"
)

// newServeCommand returns "almanac serve".
func newServeCommand() *cobra.Command {
	var addr string
	cmd := &cobra.Command{
		Use:   "serve [DIR]",
		Short: "Serve a built site on this machine",
		Long: `serve serves a site that almanac build wrote, prints its address and runs until
it is interrupted. Port 0 takes any free port.`,
		Example: `  almanac serve
  almanac serve public/search --addr 127.0.0.1:0`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			dir := "dist"
			if len(args) > 0 {
				dir = args[0]
			}
			handler, err := serve.Handler(dir)
			if err != nil {
				return failure{err}
			}
			listener, err := net.Listen("tcp", addr)
			if err != nil {
				return failure{fmt.Errorf("%w; choose another port with --addr", err)}
			}
			fmt.Fprintf(cmd.OutOrStdout(), "Serving %s at http://%s/ (Ctrl-C ends it)\n", dir, listener.Addr())
			return serveUntil(cmd.Context(), listener, handler)
		},
	}
	cmd.Flags().StringVar(&addr, "addr", "127.0.0.1:8080", "address to listen on")
	return cmd
}

// serveUntil serves until ctx ends; being asked to stop is not an error.
func serveUntil(ctx context.Context, listener net.Listener, handler http.Handler) error {
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	select {
	case err := <-ended:
		return failure{err}
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), 2*time.Second)
	defer cancel()
	if err := server.Shutdown(grace); err != nil && !errors.Is(err, context.DeadlineExceeded) {
		return failure{err}
	}
	return nil
}
