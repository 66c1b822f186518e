package org.gridtill.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridtill.gates.Stage.LONG;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gridtill.api.platform.gates.AdapterFailedException;
import org.gridtill.api.platform.gates.CallContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Work of the platform in the middle of an adapter's call. */
@Timeout(60)
class ShelterTest {

  private static final int MANY = 100;

  /** Asks for work in the adapter's name; loaded anew for each version. */
  public static final class Asking implements Function<CallContext, String> {

    /** Makes one. */
    public Asking() {}

    @Override
    public String apply(CallContext context) {
      return context.sheltered(new Supplied());
    }
  }

  /** Of the platform: it keeps a stack trace. */
  public static final class Supplied implements Supplier<String> {

    static final List<Throwable> KEPT = new CopyOnWriteArrayList<>();

    @Override
    public String get() {
      KEPT.add(new IllegalStateException("a warning that is kept"));
      return "done";
    }
  }

  /** Has {@link Asking} of its own, and nothing else. */
  private static final class Loader extends ClassLoader {

    Loader() {
      super(ShelterTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.equals(Asking.class.getName())) {
        return super.loadClass(name, resolve);
      }
      String file = '/' + name.replace('.', '/') + ".class";
      try (InputStream code = ShelterTest.class.getResourceAsStream(file)) {
        byte[] bytes = code.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  @Test
  void aStackTraceThatThePlatformKeepsDoesNotKeepTheAdapter() throws Exception {
    try (Stage stage = new Stage(1, LONG, LONG, LONG).with(1, "a")) {
      WeakReference<ClassLoader> adapter = askOnce(stage);
      assertThat(Supplied.KEPT).hasSize(1);
      Stage.await(
          "the adapter's class loader is collected",
          () -> {
            System.gc();
            return adapter.get() == null;
          });
    }
  }

  private static WeakReference<ClassLoader> askOnce(Stage stage) throws Exception {
    Class<?> own = new Loader().loadClass(Asking.class.getName());
    assertThat(own).isNotEqualTo(Asking.class);
    @SuppressWarnings("unchecked")
    Function<CallContext, String> asking =
        (Function<CallContext, String>) own.getDeclaredConstructor().newInstance();
    assertThat(stage.gate.<String>call("ask", (a, context) -> asking.apply(context)))
        .isEqualTo("done");
    return new WeakReference<>(own.getClassLoader());
  }

  @Test
  void whatTheWorkThrowsComesBack() {
    try (Stage stage = new Stage(1, LONG, LONG, LONG).with(1, "a")) {
      assertThatThrownBy(
              () ->
                  stage.gate.call(
                      "ask",
                      (a, context) ->
                          context.sheltered(
                              () -> {
                                throw new IllegalStateException("the vault is away");
                              })))
          .isInstanceOf(AdapterFailedException.class)
          .hasRootCauseInstanceOf(IllegalStateException.class)
          .hasRootCauseMessage("the vault is away");
    }
  }

  @Test
  void moreThanThereAreThreadsAreServedOneAfterTheOther() throws Exception {
    try (Stage stage = new Stage(MANY, LONG, LONG, LONG).with(1, "a")) {
      List<Future<String>> calls = new ArrayList<>();
      for (int i = 0; i < MANY; i++) {
        calls.add(
            stage.later(
                () ->
                    stage.gate.call(
                        "ask", (a, context) -> context.sheltered(() -> stage.stayStubbornly(a)))));
      }
      stage.release.countDown();
      for (Future<String> call : calls) {
        assertThat(Stage.get(call)).isEqualTo("a");
      }
    }
  }

  @Test
  void workThatWaitsWhenThePlatformStopsIsStillDone() throws Exception {
    Shelter shelter = new Shelter();
    CountDownLatch begun = new CountDownLatch(1);
    try (Stage stage = new Stage(1, LONG, LONG, LONG)) {
      Future<String> work =
          stage.later(
              () ->
                  shelter.run(
                      () -> {
                        begun.countDown();
                        return stage.stayStubbornly("done");
                      }));
      Stage.await(begun);
      shelter.close();
      stage.release.countDown();
      assertThat(Stage.get(work)).isEqualTo("done");
      assertThatThrownBy(() -> shelter.run(() -> "late"))
          .isInstanceOf(RejectedExecutionException.class);
    }
  }
}
