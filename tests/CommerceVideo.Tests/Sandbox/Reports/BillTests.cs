using System.Text.Json.Nodes;
using CommerceVideo.Sandbox.Reports;

namespace CommerceVideo.Tests.Sandbox.Reports;

public sealed class BillTests
{
    [Fact]
    public void A_bill_that_our_ledger_confirms_is_no_complaint()
    {
        var bill = Only(Compare([Provider("kling", "0.42")], [Spend("kling", "0.420")]));

        Assert.Null(bill.Complaint);
        Assert.Equal(
            """{"provider":"kling","ours":"0.42","theirs":"0.42","currency":"USD"}""",
            bill.ToJson().ToJsonString()
        );
    }

    [Theory]
    [InlineData("0.43", "0.42", "kling bills 0.43 USD, our ledger says 0.42")]
    [InlineData("0.42", "0.421", "kling bills 0.42 USD, our ledger says 0.421")]
    [InlineData("0.42", "much", "kling bills 0.42 USD, our ledger says something unreadable")]
    public void Any_difference_is_named(string theirs, string ours, string complaint) =>
        Assert.Equal(complaint, Only(Compare([Provider("kling", theirs)], [Spend("kling", ours)])).Complaint);

    [Fact]
    public void A_bill_for_what_we_did_not_book_is_a_complaint() =>
        Assert.Equal(
            "kling bills 0.42 USD, our ledger says 0.00",
            Only(Compare([Provider("kling", "0.42")], [])).Complaint
        );

    [Fact]
    public void Spend_with_a_provider_that_bills_nothing_is_a_complaint() =>
        Assert.Equal(
            "kling bills 0.00 USD, our ledger says 0.42",
            Only(Compare([new JsonObject { ["provider"] = "kling" }], [Spend("kling", "0.42")])).Complaint
        );

    [Fact]
    public void The_same_amount_in_another_currency_is_not_the_same() =>
        Assert.All(
            Compare([Provider("kling", "0.42")], [Spend("kling", "0.42", "EUR")]),
            bill => Assert.NotNull(bill.Complaint)
        );

    [Fact]
    public void Spend_told_in_parts_is_summed_for_each_provider()
    {
        var bills = Compare(
            [Provider("runway", "1.00"), Provider("kling", "0.42")],
            [Spend("kling", "0.40"), Spend("runway", "1"), Spend("kling", "0.02"), Spend("studio", "0")]
        );

        Assert.Equal(["kling", "runway"], bills.Select(bill => bill.Provider));
        Assert.All(bills, bill => Assert.Null(bill.Complaint));
    }

    [Fact]
    public void Without_providers_there_are_no_bills() => Assert.Empty(Compare([], []));

    private static IReadOnlyList<Bill> Compare(JsonObject[] providers, JsonObject[] spend) =>
        Bill.Compare(providers, spend);

    private static Bill Only(IReadOnlyList<Bill> bills) => Assert.Single(bills);

    private static JsonObject Provider(string name, string amount) =>
        new()
        {
            ["provider"] = name,
            ["bill"] = new JsonObject { ["amount"] = amount, ["currency"] = "USD" },
            ["jobs"] = new JsonArray(),
        };

    private static JsonObject Spend(string name, string amount, string currency = "USD") =>
        new()
        {
            ["provider"] = name,
            ["amount"] = amount,
            ["currency"] = currency,
        };
}
