package org.gridtill.shell;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Function;

/** Makes objects of wide interfaces of which a test needs a few methods. */
final class Fake {

  private Fake() {}

  /**
   * Makes one.
   *
   * @param methods answers by the method's name; any other method fails
   */
  static <T> T of(Class<T> type, Map<String, Function<Object[], Object>> methods) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              Function<Object[], Object> answer = methods.get(method.getName());
              if (answer == null) {
                throw new UnsupportedOperationException(method.toString());
              }
              return answer.apply(arguments);
            }));
  }
}
