package org.gridtill.adapter.pos;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Message types of ISO 8583:1987, as four hexadecimal digits: version, class, function, origin. A
 * request or advice has an even function, and its answer the next one.
 */
final class MessageType {

  private static final int ANSWER = 0x0010;

  private static final Set<Integer> REQUESTS =
      IntStream.rangeClosed(1, 8)
          .boxed()
          .flatMap(kind -> Stream.of(0x00, 0x20, 0x40).map(function -> kind << 8 | function))
          .collect(Collectors.toUnmodifiableSet());

  private MessageType() {}

  /** Returns the types that deserve an answer, whether the platform serves them or not. */
  static Set<Integer> requests() {
    return REQUESTS;
  }

  static boolean isRequest(int type) {
    return REQUESTS.contains(type);
  }

  /** Returns the type of the answer to a request. */
  static int answerTo(int requestType) {
    return requestType + ANSWER;
  }
}
