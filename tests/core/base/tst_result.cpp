// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/bytes.h"
#include "base/clock.h"
#include "base/error.h"

#include <memory>
#include <QTest>
#include <unordered_set>

using namespace autochain;

namespace
{

Result<int> half(int number)
{
    if (number % 2 != 0) {
        return Error(BaseError::NotANumber, {std::to_string(number)}, "odd");
    }
    return number / 2;
}

Result<int> quarter(int number)
{
    AC_TRY(const int first, half(number));
    AC_TRY(const int second, half(first));
    return second;
}

Result<> check(int number)
{
    AC_CHECK(quarter(number));
    return {};
}

} // namespace

class TestResult : public QObject
{
    Q_OBJECT

private slots:
    void carriesAValueOrAnError()
    {
        QCOMPARE(*quarter(12), 3);
        const auto failed = quarter(6);
        QVERIFY(!failed);
        QVERIFY(failed.error().is(BaseError::NotANumber));
        QVERIFY(!failed.error().is(BaseError::Overflow));
        QCOMPARE(failed.error().args, std::vector<std::string>{"3"});
        QCOMPARE(failed.error().detail, std::string("odd"));
        QVERIFY(check(8).ok());
        QVERIFY(!check(2).ok());
    }

    void carriesWhatCanOnlyBeMoved()
    {
        Result<std::unique_ptr<int>> result(std::make_unique<int>(7));
        const std::unique_ptr<int> taken = *std::move(result);
        QCOMPARE(*taken, 7);
    }

    void fixedBytes()
    {
        const Bytes bytes(20, 7);
        QCOMPARE(toBytes(Address::from(bytes).view()), bytes);
        QVERIFY(Address().isZero());
        QVERIFY(!Address::from(bytes).isZero());
        QVERIFY(Address() < Address::from(bytes));
        // What does not fit is cut or zero filled, never read past.
        QVERIFY(Hash32::from(bytes).view()[31] == 0);
        QCOMPARE(Address::from(Bytes(40, 7)), Address::from(bytes));
        std::unordered_set<Address> set{Address(), Address::from(bytes), Address()};
        QCOMPARE(set.size(), std::size_t(2));
    }

    void clocks()
    {
        FixedClock fixed(1'700'000'000);
        QCOMPARE(fixed.now(), UnixTime(1'700'000'000));
        fixed.set(5);
        QCOMPARE(fixed.now(), UnixTime(5));
        QVERIFY(SystemClock().now() > 1'700'000'000);
    }
};

QTEST_APPLESS_MAIN(TestResult)
#include "tst_result.moc"
