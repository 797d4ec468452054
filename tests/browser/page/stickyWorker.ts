/** The editor's worker, which hangs for good when it is told to. */
import "../../../nodes/worker.ts";

addEventListener("message", ({ data }) => {
  while (data === "hang") {
    // Only the one who made this worker can end it.
  }
});
