package org.gridtill.tests.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import java.util.List;
import java.util.stream.Stream;

/** What an adapter leaves to the platform. */
final class AdapterRules {

  private static final String TERMINAL_ADAPTER =
      "org.gridtill.api.adapter.terminal.TerminalAdapter";

  /** Sockets, threads, keys, databases and files: the beginnings of the types' names. */
  private static final List<String> NOT_FOR_TRANSLATORS =
      List.of(
          "java.net.Socket",
          "java.net.ServerSocket",
          "java.net.Datagram",
          "java.net.http.",
          "java.nio.channels.",
          "javax.net.",
          "io.netty.",
          "java.lang.Thread",
          "java.util.Timer",
          "java.util.concurrent.Executor",
          "java.util.concurrent.ScheduledExecutor",
          "java.util.concurrent.ThreadPool",
          "java.util.concurrent.CompletableFuture",
          "java.security.Key",
          "javax.crypto.",
          "org.bouncycastle.",
          "java.sql.",
          "javax.sql.",
          "javax.persistence.",
          "java.io.File",
          "java.nio.file.");

  private AdapterRules() {}

  static List<String> translatorsOnlyTranslate(CodeBase code) {
    return code.modules().stream()
        .filter(Module::isAdapter)
        .filter(AdapterRules::isForTerminals)
        .flatMap(AdapterRules::moreThanTranslation)
        .toList();
  }

  private static boolean isForTerminals(Module module) {
    return module.classes().stream().anyMatch(type -> type.isAssignableTo(TERMINAL_ADAPTER));
  }

  private static Stream<String> moreThanTranslation(Module module) {
    return module.classes().stream()
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .filter(AdapterRules::isNotForTranslators)
        .map(
            dependency ->
                "%s: %s uses %s"
                    .formatted(
                        module,
                        dependency.getOriginClass().getName(),
                        dependency.getTargetClass().getName()));
  }

  private static boolean isNotForTranslators(Dependency dependency) {
    String target = Types.element(dependency.getTargetClass()).getName();
    return NOT_FOR_TRANSLATORS.stream().anyMatch(target::startsWith);
  }
}
