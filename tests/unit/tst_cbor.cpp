// SPDX-License-Identifier: GPL-3.0-or-later
// The journal's own CBOR beside libcbor, which knows nothing of our rules: what both read they read alike, what ours takes libcbor takes
// too, and what ours refuses is refused for one of the three rules of the format.
#include "core/journal/cbor.h"

#include <QRandomGenerator>
#include <QTest>
#include <QUtf8StringView>
#include <cbor.h>

using namespace onedoor;
using Kind = CborReader::Kind;

namespace {

struct Foreign {
    CborReader::Item item{Kind::Broken, 0, {}};
    qsizetype read = 0;
};

CborReader::Item& itemOf(void* context)
{
    return static_cast<Foreign*>(context)->item;
}

template <typename Number>
void takeUnsigned(void* context, Number value)
{
    itemOf(context) = {Kind::Unsigned, value, {}};
}

template <typename Number>
void takeNegative(void* context, Number value)
{
    itemOf(context) = {Kind::Negative, value, {}};
}

QByteArrayView viewOf(cbor_data data, size_t length)
{
    return {reinterpret_cast<const char*>(data), qsizetype(length)};
}

Foreign readByLibcbor(QByteArrayView bytes)
{
    cbor_callbacks callbacks = cbor_empty_callbacks;
    callbacks.uint8 = &takeUnsigned<std::uint8_t>;
    callbacks.uint16 = &takeUnsigned<std::uint16_t>;
    callbacks.uint32 = &takeUnsigned<std::uint32_t>;
    callbacks.uint64 = &takeUnsigned<std::uint64_t>;
    callbacks.negint8 = &takeNegative<std::uint8_t>;
    callbacks.negint16 = &takeNegative<std::uint16_t>;
    callbacks.negint32 = &takeNegative<std::uint32_t>;
    callbacks.negint64 = &takeNegative<std::uint64_t>;
    callbacks.byte_string = [](void* context, cbor_data data, size_t length) { itemOf(context) = {Kind::Bytes, length, viewOf(data, length)}; };
    callbacks.string = [](void* context, cbor_data data, size_t length) { itemOf(context) = {Kind::Text, length, viewOf(data, length)}; };
    callbacks.array_start = [](void* context, size_t count) { itemOf(context) = {Kind::Array, count, {}}; };
    callbacks.map_start = [](void* context, size_t count) { itemOf(context) = {Kind::Map, count, {}}; };
    callbacks.boolean = [](void* context, bool value) { itemOf(context) = {Kind::Boolean, value ? 1U : 0U, {}}; };
    callbacks.null = [](void* context) { itemOf(context) = {Kind::Null, 0, {}}; };
    Foreign foreign;
    const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
    const cbor_decoder_result result = cbor_stream_decode(data, std::size_t(bytes.size()), &callbacks, &foreign);
    if (result.status != CBOR_DECODER_FINISHED)
        return {};
    foreign.read = qsizetype(result.read);
    return foreign;
}

/// The shortest way to say the number, by libcbor's own encoder.
bool isShortest(QByteArrayView bytes, std::uint64_t number)
{
    unsigned char head[9];
    const std::size_t shortest = cbor_encode_uint(number, head, sizeof head);
    const int info = bytes[0] & 0x1f;
    const std::size_t here = info < 24 ? 1 : 1 + (std::size_t(1) << (info - 24));
    return here == shortest;
}

bool isOurs(QByteArrayView bytes, const Foreign& foreign)
{
    if (foreign.item.kind == Kind::Broken)
        return false;
    if (foreign.item.kind == Kind::Boolean || foreign.item.kind == Kind::Null)
        return foreign.read == 1;
    const QByteArrayView text = foreign.item.view;
    return isShortest(bytes, foreign.item.number)
        && (foreign.item.kind != Kind::Text || QUtf8StringView(text.data(), text.size()).isValidUtf8());
}

QByteArray randomTail(QRandomGenerator& random, unsigned char first, int size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (char& each : bytes)
        each = random.bounded(4) == 0 ? char(random.bounded(256)) : random.bounded(2) == 0 ? char(random.bounded(128)) : '\0';
    bytes.prepend(char(first));
    return bytes;
}

void compare(QByteArrayView bytes)
{
    if (bytes.isEmpty()) {
        QCOMPARE(CborReader(bytes).next().kind, Kind::End);
        return;
    }
    const Foreign foreign = readByLibcbor(bytes);
    CborReader reader(bytes);
    const CborReader::Item item = reader.next();
    if (!isOurs(bytes, foreign)) {
        QCOMPARE(item.kind, Kind::Broken);
        QVERIFY(reader.atEnd());
        return;
    }
    QCOMPARE(item.kind, foreign.item.kind);
    QCOMPARE(item.number, foreign.item.number);
    QCOMPARE(item.view.data(), foreign.item.view.data());
    QCOMPARE(item.view.size(), foreign.item.view.size());
    QCOMPARE(reader.rest().size(), bytes.size() - foreign.read);
}

} // namespace

class TestCbor : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyHeadIsReadAsLibcborReadsIt();
    void everyLengthIsReadAsLibcborReadsIt();
    void numbersAreWrittenAsLibcborWritesThem();
    void textIsLookedAtByteByByte();
};

void TestCbor::everyHeadIsReadAsLibcborReadsIt()
{
    QRandomGenerator random(20'260'302);
    for (int first = 0; first < 256; ++first) {
        for (int round = 0; round < 400; ++round) {
            compare(randomTail(random, static_cast<unsigned char>(first), random.bounded(80)));
            if (QTest::currentTestFailed())
                return;
        }
    }
}

/// Strings that end with the bytes, one before them and one behind them.
void TestCbor::everyLengthIsReadAsLibcborReadsIt()
{
    for (const unsigned char major : std::initializer_list<unsigned char>{0x40, 0x60}) {
        for (const std::size_t length : {0U, 1U, 7U, 8U, 9U, 23U, 24U, 255U, 256U, 65'535U, 65'536U}) {
            unsigned char head[9];
            const std::size_t size = cbor_encode_uint(length, head, sizeof head);
            head[0] = static_cast<unsigned char>(head[0] | major);
            QByteArray whole(reinterpret_cast<const char*>(head), qsizetype(size));
            whole.append(QByteArray(qsizetype(length), 'x'));
            compare(whole);
            compare(QByteArray(whole + 'x'));
            compare(QByteArrayView(whole).chopped(1));
            if (QTest::currentTestFailed())
                return;
        }
    }
}

void TestCbor::numbersAreWrittenAsLibcborWritesThem()
{
    for (int bit = 0; bit < 64; ++bit) {
        for (const std::uint64_t off : {std::uint64_t(-1), std::uint64_t(0), std::uint64_t(1)}) {
            const std::uint64_t number = (std::uint64_t(1) << bit) + off;
            unsigned char head[9];
            QByteArray written;
            CborWriter(written).unsignedInteger(number);
            QCOMPARE(written, QByteArray(reinterpret_cast<const char*>(head), qsizetype(cbor_encode_uint(number, head, sizeof head))));
            if (number > std::uint64_t(INT64_MAX))
                continue;
            written.clear();
            CborWriter(written).signedInteger(-1 - std::int64_t(number));
            QCOMPARE(written, QByteArray(reinterpret_cast<const char*>(head), qsizetype(cbor_encode_negint(number, head, sizeof head))));
        }
    }
}

/// A byte that is no UTF-8 is found wherever it stands.
void TestCbor::textIsLookedAtByteByByte()
{
    for (int length = 1; length <= 40; ++length) {
        for (int at = 0; at < length; ++at) {
            QByteArray text(length, 'a');
            QByteArray bytes;
            CborWriter(bytes).text({text.constData(), std::size_t(text.size())});
            QCOMPARE(CborReader(bytes).next().kind, Kind::Text);
            text[at] = char(0xff);
            bytes.clear();
            CborWriter(bytes).text({text.constData(), std::size_t(text.size())});
            QCOMPARE(CborReader(bytes).next().kind, Kind::Broken);
        }
    }
}

QTEST_APPLESS_MAIN(TestCbor)
#include "tst_cbor.moc"
