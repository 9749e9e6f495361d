/** What several people write, on whatever board: kept, published, taken back, compared, and told of to who has it open. */
@NullMarked
package com.qliento.ui.draft;

import org.jspecify.annotations.NullMarked;
