// SPDX-FileCopyrightText: 2026 The Nutgraf developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "desk/journal.h"
#include "format/story_file.h"
#include "review/corrections.h"
#include "review/unit_ref.h"
#include "story/fields.h"
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

class DiskGuard;
class UnitDecisions;

/// One open story: fields, body document, one undo stack, decisions, saving and the autosave
/// journal. The only door through which a story changes. Owned by the window's tab.
class StorySession final : public QObject {
    Q_OBJECT
public:
    StorySession(SessionServices services, QObject *parent = nullptr);
    ~StorySession() override;

    /// Its file: opening, saving (ui/session/disk_guard.h).
    [[nodiscard]] DiskGuard &disk();
    /// What is decided about its attributions (ui/session/unit_decisions.h).
    [[nodiscard]] UnitDecisions &decisions();

    [[nodiscard]] QString path() const; ///< empty: never saved
    [[nodiscard]] QString storyFolder() const; ///< empty: a loose file
    [[nodiscard]] QString title() const; ///< slug, else file name
    [[nodiscard]] bool isReadOnly() const;
    [[nodiscard]] std::optional<Error> openError() const;
    [[nodiscard]] bool isModified() const; ///< !undoStack().isClean()

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
    void setField(story::Field field, const story::FieldValue &value);
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

    [[nodiscard]] const Reading &reading() const;
    /// What to paint for the reading.
    [[nodiscard]] const ReadingMarks &marks() const;
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

private:
    friend class DiskGuard;
    friend class UnitDecisions;

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace nutgraf::session
