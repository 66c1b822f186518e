package org.gridtill.gateway;

/** Why the gateway closed a connection or took a frame for bad. */
enum Fault {
  /** As many connections are open as may be. */
  CONNECTION_LIMIT,
  /** As many connections of one address are open as may be. */
  ADDRESS_CONNECTION_LIMIT,
  /** One address opens connections faster than it may. */
  ADDRESS_CONNECTION_RATE,
  /** One address sends frames faster than it may: some waited, none was refused. */
  ADDRESS_FRAME_RATE,
  /** The TLS handshake or a TLS record was wrong. */
  TLS_FAILED,
  /**
   * The certificate that the peer showed, or did not show, was not accepted, at the handshake or
   * since.
   */
  BAD_CERTIFICATE,
  /** The network reported an error. */
  CONNECTION_FAILED,
  /** No frame came for the idle time. */
  IDLE,
  /** A frame began but was not complete in time. */
  UNFINISHED_FRAME,
  /** A frame of length zero. */
  EMPTY_FRAME,
  /** A frame longer than allowed. */
  OVERSIZED_FRAME,
  /** The peer did not take an answer in time. */
  ANSWER_NOT_TAKEN,
  /** The adapter found that a frame is no message of the protocol. */
  MALFORMED,
  /** The adapter found a message that the platform does not serve. */
  UNSUPPORTED,
  /** The adapter found that a message is not authentic. */
  NOT_AUTHENTIC,
  /** Too many bad frames in a row. */
  BAD_FRAME_LIMIT,
  /** There is no adapter of the endpoint's name, or it takes no calls. */
  NO_ADAPTER,
  /** The adapter did not answer in time and was interrupted. */
  ADAPTER_SLOW,
  /** The adapter broke its contract: a bug. */
  ADAPTER_FAILED,
  /** Another version of the adapter serves a terminal, since the one that is to does not. */
  OTHER_VERSION,
  /** The database, or a part of the platform, is away. */
  PLATFORM_AWAY,
  /** A payment or reversal failed in a way that leaves its outcome open, so it got no answer. */
  OUTCOME_UNKNOWN,
  /** More frames wait than may. */
  OVERLOADED
}
