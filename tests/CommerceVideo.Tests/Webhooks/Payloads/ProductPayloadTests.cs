using System.Text;
using System.Text.Json;
using CommerceVideo.Webhooks.Payloads;
using FsCheck;
using FsCheck.Fluent;

namespace CommerceVideo.Tests.Webhooks.Payloads;

public sealed class ProductPayloadTests
{
    [Fact]
    public void A_deleted_product_is_its_id_alone()
    {
        var product = Read("""{"id":788032119674292922}""");

        Assert.Equal((788032119674292922, "gid://shopify/Product/788032119674292922"), (product.Id, product.GlobalId));
    }

    [Theory]
    [InlineData("9007199254740993")]
    [InlineData("9223372036854775807")]
    [InlineData("\"9007199254740993\"")]
    public void Ids_beyond_what_a_double_holds_stay_exact(string id) =>
        Assert.Equal(long.Parse(id.Trim('"')), Read($$"""{"id":{{id}}}""").Id);

    [Fact]
    public void The_hints_are_read_as_Shopify_names_them()
    {
        var product = Read(
            """
            {"admin_graphql_api_id":"gid:\/\/shopify\/Product\/7","body_html":null,"created_at":"2026-11-20T09:15:00-05:00","id":7,
             "product_type":"Shoes","title":"R\u003cb","tags":"a, b","image":null,"new_field":{"x":[1]},
             "category":{"admin_graphql_api_id":"gid://shopify/TaxonomyCategory/aa","name":"Shoes","full_name":"Apparel > Shoes"},
             "media":[null,{"id":1,"alt":null,"status":"PROCESSING","media_content_type":"IMAGE","preview_image":null,
                       "admin_graphql_api_id":"gid://shopify/MediaImage/1"}],
             "images":[],"variants":[{"id":3,"price":"12.00","option2":null}]}
            """
        );

        Assert.Equal(
            ("Shoes", "R<b", "a, b", false),
            (product.ProductType, product.Title, product.Tags, product.OnlyId)
        );
        Assert.Equal(
            ("Apparel > Shoes", "PROCESSING", "12.00"),
            (product.Category!.FullName, product.Media![1]!.Status, product.Variants![0]!.Price)
        );
        Assert.Null(product.Media[1]!.PreviewImage);
        Assert.Empty(product.Images!);
    }

    [Fact]
    public void Two_hundred_and_forty_variants_are_all_read()
    {
        var variants = string.Join(
            ',',
            Enumerable.Range(1, 240).Select(i => $$"""{"id":{{9007199254740993 + i}},"title":"V{{i}}"}""")
        );

        Assert.Equal(240, Read($$"""{"id":1,"variants":[{{variants}}]}""").Variants!.Count);
    }

    [Fact]
    public void Right_to_left_text_comes_through_unchanged() =>
        Assert.Equal(
            "\u202Bفستان صيفي\u202C שמלה 👗",
            Read("""{"id":1,"title":"\u202Bفستان صيفي\u202C שמלה 👗"}""").Title
        );

    [Theory]
    [InlineData("""{"id":5,"title":{"no":"text"}}""")]
    [InlineData("""{"id":5,"variants":"gone"}""")]
    [InlineData("""{"id":5,"created_at":"yesterday"}""")]
    [InlineData("""{"id":5,"media":[{"position":99999999999}]}""")]
    [InlineData("""{"id":5,"title":"\ud800"}""")]
    [InlineData("""{"id":"5","admin_graphql_api_id":"gid://shopify/Product/5","tags":[]}""")]
    public void A_field_of_another_form_costs_the_hints_and_not_the_product(string body)
    {
        var product = Read(body);

        Assert.Equal((5, true, null), (product.Id, product.OnlyId, product.Title));
    }

    [Theory]
    [InlineData("""{"admin_graphql_api_id":"gid://shopify/Product/5"}""")]
    [InlineData("""{"id":null,"admin_graphql_api_id":"gid://shopify/Product/5"}""")]
    [InlineData("\uFEFF{\"id\":5}")]
    public void Either_id_will_do(string body) => Assert.Equal(5, Read(body).Id);

    [Theory]
    [InlineData("")]
    [InlineData("null garbage")]
    [InlineData("{\"id\":5")]
    [InlineData("{\"id\":5,}")]
    [InlineData("{\"id\":5} {}")]
    [InlineData("{\"id\":5,\"title\":\"cut sh")]
    [InlineData("<html>")]
    [InlineData("id=5&title=x")]
    public void A_broken_body_says_so(string body) => Assert.Equal("body_broken", Unreadable(body).Code);

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("[{\"id\":5}]")]
    [InlineData("5")]
    [InlineData("{}")]
    [InlineData("""{"id":0}""")]
    [InlineData("""{"id":-5}""")]
    [InlineData("""{"id":5.5}""")]
    [InlineData("""{"id":{"id":5}}""")]
    [InlineData("""{"id":92233720368547758070}""")]
    [InlineData("""{"product":{"id":5}}""")]
    [InlineData("""{"id":5,"admin_graphql_api_id":"gid://shopify/Order/5"}""")]
    [InlineData("""{"id":5,"admin_graphql_api_id":"gid://shopify/Product/6"}""")]
    public void A_body_that_names_no_product_says_so(string body)
    {
        var reading = Unreadable(body);

        Assert.Equal("body_not_a_product", reading.Code);
        Assert.NotEmpty(reading.Text);
    }

    [Fact]
    public void Nesting_without_end_is_a_broken_body_and_no_crash() =>
        Assert.Equal("body_broken", Unreadable("{\"id\":5,\"x\":" + new string('[', 100_000)).Code);

    [Fact]
    public void No_bytes_whatever_make_it_throw() =>
        Prop.ForAll<byte[]>(body => ProductPayload.TryParse(body) is not null).QuickCheckThrowOnFailure();

    [Fact]
    public void A_whole_body_cut_anywhere_is_never_taken_for_a_product()
    {
        var body = Encoding.UTF8.GetBytes("""{"id":5,"title":"é","variants":[{"id":1}],"media":[]}""");

        Assert.All(
            Enumerable.Range(0, body.Length),
            length => Assert.IsType<ProductReading.Unreadable>(ProductPayload.TryParse(body.AsSpan(0, length)))
        );
    }

    [Fact]
    public void Text_that_is_not_utf8_costs_the_hints_and_not_the_product()
    {
        byte[] body = [.. "{\"id\":5,\"title\":\""u8, 0xC3, 0x28, .. "\"}"u8];

        Assert.Equal((5, true), (Read(body).Id, Read(body).OnlyId));
    }

    private static ProductPayload Read(string body) => Read(Encoding.UTF8.GetBytes(body));

    private static ProductPayload Read(byte[] body) =>
        Assert.IsType<ProductReading.Read>(ProductPayload.TryParse(body)).Product;

    private static ProductReading.Unreadable Unreadable(string body) =>
        Assert.IsType<ProductReading.Unreadable>(ProductPayload.TryParse(Encoding.UTF8.GetBytes(body)));
}
