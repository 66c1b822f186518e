/** Messages to people, written to a file. */
package org.gridtill.adapter.file;
