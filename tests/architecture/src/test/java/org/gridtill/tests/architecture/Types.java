package org.gridtill.tests.architecture;

import com.tngtech.archunit.core.domain.JavaClass;

/** What ArchUnit's classes do not tell directly. */
final class Types {

  private Types() {}

  /**
   * Returns the type itself, or of an array the type of its elements. An array of a class that is
   * not on the class path has no known elements and is returned itself.
   */
  static JavaClass element(JavaClass type) {
    JavaClass element = type;
    while (element.tryGetComponentType().isPresent()) {
      element = element.tryGetComponentType().get();
    }
    return element;
  }
}
