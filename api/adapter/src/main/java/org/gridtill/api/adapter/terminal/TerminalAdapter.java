package org.gridtill.api.adapter.terminal;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Translates between one kind of terminal and the platform: a frame into a {@link Request}, a
 * {@link Reply} into a frame.
 *
 * <p>An adapter has no state, socket, thread, key or database. The gateway owns the connection,
 * cuts the byte stream into frames, and calls {@link #decode} for each frame and then {@link
 * #encode} once with the answer. Between the two calls the adapter may have been replaced by its
 * next version, which is why {@code encode} receives the request's frame again instead of an
 * object.
 *
 * <p><b>Threads:</b> methods are called by many threads at once, each frame on one thread of a
 * bounded pool. They only translate, so they return within milliseconds; they never wait, and never
 * call out other than through the {@link TerminalSession} they are given.
 *
 * <p><b>After its end:</b> if an adapter is removed and no other version comes, the platform goes
 * on calling its object for some minutes, to answer its terminals that there is no service. So it
 * must translate also after its bundle has stopped, without what its component had of the
 * framework.
 *
 * <p><b>Errors:</b> what a terminal sent wrong is a {@link FrameException}, with an answer in the
 * terminal's own protocol where it has one. Any other exception is a bug of the adapter: the
 * gateway closes the connection, counts it, and nothing else suffers.
 *
 * <p>An example, for a terminal that only says hello:
 *
 * <pre>{@code
 * @Component
 * @GridTillAdapter(adapter = "hello", vendor = "Example")
 * public class HelloAdapter implements TerminalAdapter {
 *   public Request decode(byte[] frame, TerminalSession session) throws FrameException {
 *     if (frame.length != 14) {
 *       throw new FrameException(FrameException.Kind.MALFORMED, "expected 14 bytes");
 *     }
 *     String text = new String(frame, StandardCharsets.US_ASCII);
 *     return new Request.Echo(
 *         new Origin(text.substring(0, 8), "AGENCY01", "000001", text.substring(8)));
 *   }
 *
 *   public byte[] encode(byte[] requestFrame, Reply reply, TerminalSession session) {
 *     return (reply instanceof Reply.Refused ? "NO" : "OK").getBytes(StandardCharsets.US_ASCII);
 *   }
 * }
 * }</pre>
 */
@ConsumerType
public interface TerminalAdapter {

  /**
   * Turns one frame into a request. An adapter whose protocol authenticates messages calls {@link
   * TerminalSession#verify} here; the platform refuses every request about money that no {@code
   * verify} has found valid for the terminal it names.
   *
   * @param frame the frame without what the gateway uses to find its end; the adapter may keep it
   *     only for the time of the call
   * @param session the session of the frame, for the time of the call
   * @return the request
   * @throws FrameException if the frame cannot be understood or fails verification
   */
  Request decode(byte[] frame, TerminalSession session) throws FrameException;

  /**
   * Turns a reply into the frame that answers the request's frame.
   *
   * @param requestFrame the frame that {@link #decode} of this adapter, or of its previous version,
   *     accepted
   * @param reply what the platform answers, never null
   * @param session the session of the request's frame, for the time of the call
   * @return the frame, without what the gateway adds to mark its end
   */
  byte[] encode(byte[] requestFrame, Reply reply, TerminalSession session);
}
