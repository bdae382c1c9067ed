// SPDX-License-Identifier: GPL-3.0-or-later
// What verifyStore can tell of a stored row by itself, whatever stands before and behind it: the hash of its bytes, what they decode to,
// and whether its sealed parts open. Most of the work, so threads share it out: rows go in by the parcel, and come out examined in the
// same order. Owns copies of the rows. One thread puts and takes; the sealer must be for any thread when there are workers.
#pragma once

#include "core/base/task_queue.h"
#include "core/journal/envelope.h"
#include "core/store/journal/readable_rows.h"

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>

namespace onedoor {

/// What came of reading the event and opening its personal part.
struct ExaminedContent {
    bool isKnown = true;         ///< false: of a newer program
    bool hasPersonalPart = false;
    std::optional<Error> closed; ///< why the personal part does not open
    QString wrongOpening;        ///< why this is no first event of its stream; empty for any other
};
/// How far it goes. Sealed: the events are not read, except each stream's first; enough for a copy whose views are built of it anyway.
enum class ContentDepth { Whole, Sealed };
ExaminedContent examineContent(const Envelope& envelope, Sealer& sealer, ContentDepth depth);

struct ExaminedRow {
    StoredRow row; ///< its views, and the envelope's, live as long as the parcel
    Hash computed{};
    Result<Envelope> envelope;
    std::optional<ExaminedContent> content; ///< only when hash and bytes agree, and the envelope could be decoded
};

class RowExamination {
public:
    using Take = std::function<Result<void>(const ExaminedRow&)>;

    /// `workers`: 0 examines each row when it is put, on the caller's thread. Sealer and `take` must outlive this.
    RowExamination(Sealer& sealer, std::size_t workers, ContentDepth depth, Take take);
    ~RowExamination();
    RowExamination(const RowExamination&) = delete;
    RowExamination& operator=(const RowExamination&) = delete;

    /// Copies the row; `take` gets earlier ones meanwhile. Errors: those of `take`.
    Result<void> put(const StoredRow& row);
    /// `take` gets all that are left.
    Result<void> finish();

private:
    struct Parcel {
        QByteArray bytes; ///< of each row: record, hash and envelope, one behind the other
        std::vector<ExaminedRow> rows; ///< their views know sizes only until the parcel is full
        bool isExamined = false; ///< guarded by m_mutex
    };

    static void pointIntoBytes(Parcel& parcel);
    void work();
    void examine(Parcel& parcel);
    void send();
    Result<void> takeFirst();

    Sealer& m_sealer;
    ContentDepth m_depth;
    Take m_take;
    std::unique_ptr<Parcel> m_filling = std::make_unique<Parcel>();
    std::deque<std::unique_ptr<Parcel>> m_sent; ///< in order
    TaskQueue<Parcel*> m_queue;
    std::mutex m_mutex;
    std::condition_variable m_examined;
    std::vector<std::thread> m_workers;
};

} // namespace onedoor
