package org.gridtill.shell;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a command that people of one unit may use, too: all it learns and does goes through services
 * that {@link UnitScope} restricts. Any other command refuses them.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface ForUnit {}
