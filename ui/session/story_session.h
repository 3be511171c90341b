// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "desk/journal.h"
#include "format/story_file.h"
#include "review/corrections.h"
#include "review/unit_ref.h"
#include "ui/session/reading_marks.h"
#include "ui/session/session_services.h"

#include <QObject>
#include <QTextDocument>
#include <QUndoStack>

#include <memory>
#include <optional>
#include <vector>

namespace nutgraf::body {
class BodyEditor;
} // namespace nutgraf::body

namespace nutgraf::session {

/// One open story: fields, body document, one undo stack, decisions, saving and the autosave
/// journal. The only door through which a story changes. Owned by the window's tab.
class StorySession final : public QObject {
    Q_OBJECT
public:
    StorySession(SessionServices services, QObject *parent = nullptr);
    ~StorySession() override;

    /// Opens story.md, or a loose .md or .txt. Broken headers open read-only with the error kept in
    /// openError().
    [[nodiscard]] Result<void> open(const QString &path);
    /// A story that has no file yet; its text is journalled from the first key.
    void startNew(const story::Story &story);
    /// Takes over unsaved text from the journal (it becomes the unsaved state).
    [[nodiscard]] Result<void> recover(const desk::JournalEntry &entry);

    [[nodiscard]] QString path() const; ///< empty: never saved
    [[nodiscard]] QString storyFolder() const; ///< empty: a loose file
    [[nodiscard]] QString title() const; ///< slug, else file name
    [[nodiscard]] bool isReadOnly() const;
    /// A .txt file: all body, it has no fields to edit.
    [[nodiscard]] bool isPlainText() const;
    [[nodiscard]] std::optional<Error> openError() const;
    [[nodiscard]] bool isModified() const; ///< !undoStack().isClean()
    [[nodiscard]] std::optional<QDateTime> savedAt() const;

    [[nodiscard]] const SessionServices &services() const; ///< as given

    [[nodiscard]] QUndoStack &undoStack();
    /// undoStack()'s, after a long text has finished loading.
    void undo();
    void redo();
    /// The body's document, given to a BodyEditor; typing enters the undo stack through it.
    void attachBody(body::BodyEditor *editor);
    [[nodiscard]] story::Story story() const; ///< fields and body now
    /// The fields alone, body left empty: cheap however long the text.
    [[nodiscard]] const story::Story &fields() const;
    /// Changes fields as one undoable command (typing into one field in a row merges).
    void setField(story::Field field, const QVariant &value);
    /// Replaces ranges of fields and body as one undoable command (find and replace; offsets of the
    /// state now).
    struct Replacement {
        story::Field field;
        TextRange range;
        QString with;
    };
    void replaceAll(const std::vector<Replacement> &replacements, const QString &commandText);

    void replaceStory(const story::Story &story, const QString &commandText); ///< as one command
    /// Has what is still being typed into a field taken into the story (a date counts when its
    /// field is left); to be called before the story is judged, saved or closed.
    void finishEdits();
    /// Errors: FileChangedOnDisk (nothing written), FileUnwritable, ArgumentInvalid (no path yet),
    /// NotDurable (written, but it counts as unsaved until a save is confirmed), ….
    [[nodiscard]] Result<void> save();
    /// Error ArgumentInvalid: fields cannot be kept in a .txt file.
    [[nodiscard]] Result<void> saveAs(const QString &path);
    /// Only after the user said so. What others wrote is first kept in a copy, see overwritten().
    [[nodiscard]] Result<void> saveOverDisk();
    /// Writes the text of now to another file and leaves everything else as it is: the story keeps
    /// its file, its journal and its unsaved state. Errors: ArgumentInvalid (its own file, or
    /// fields into a .txt file), FileUnwritable.
    [[nodiscard]] Result<void> saveCopy(const QString &path);
    /// Takes the text on disk instead of this one; undoable, so that no text is lost by it.
    [[nodiscard]] Result<void> reload();
    /// Waits until decisions and journal are written; to be called before the folder moves.
    void finishWrites();
    /// The story's folder was renamed or moved, with all that lies in it; the text is the same, the
    /// slug is the file's. Journal and decisions go on at the new place.
    void relocate(const QString &path);
    /// Runs `reply` once all writing asked for so far is done; waits for nothing.
    void afterWrites(std::function<void()> reply);
    [[nodiscard]] QString savedHash() const; ///< SHA-256 of the file's bytes as they are ours
    /// The user wants the unsaved text thrown away: its journal goes. To be called before closing;
    /// a session that ends without it keeps the text for the next start.
    void discardChanges();

    [[nodiscard]] const Reading &reading() const;
    /// What to paint for the reading.
    [[nodiscard]] const ReadingMarks &marks() const;
    [[nodiscard]] const review::Review &review() const;
    /// Names an attribution of the latest reading, so that it can be kept.
    [[nodiscard]] std::optional<review::UnitRef> unit(int attribution) const;
    /// Decides and writes review.json; undoable. Where the latest reading has not the same words by
    /// the same speaker nothing is decided, and failed() says UnitChanged.
    void decide(const review::UnitRef &unit, review::Verdict verdict);
    void withdraw(const review::UnitRef &unit);
    /// Puts an attribution right, or marks one that the analysis missed; undoable. Refused likewise
    /// unless the latest reading is of `revision` (Snapshot::revision), as the amendment is.
    void correct(const review::Amendment &amendment, quint64 revision);
    /// Waits for nothing: true when no analysis is under way or due.
    [[nodiscard]] bool isIdle() const;
    /// 0 in tests.
    void setDebounce(int milliseconds);

Q_SIGNALS:
    void fieldChanged(nutgraf::story::Field field);
    void finishingEdits();
    void beginningRead(); ///< of a long text: marks() has something to show for its first screens
    void readingChanged(); ///< new analysis, decisions or findings
    void modifiedChanged(bool modified);
    void saved();
    void overwritten(const QString &copy); ///< holds what others had written
    void pathChanged();
    /// The file is no longer the one that was read or saved; also when it was deleted.
    void changedOnDisk();
    void failed(const nutgraf::Error
                    &error); ///< a save, journal or review write that failed; nothing is lost
    void idleChanged(bool idle);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace nutgraf::session
