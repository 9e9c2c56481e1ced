using LakeTools.Core.Connection;
using LakeTools.Rules.Errors;
using LakeTools.Tests.Aws;

namespace LakeTools.Tests.Connection;

/// <summary>Alone, for the variables are the process's.</summary>
[Collection(nameof(ConfiguredEndpointTests))]
public sealed class IgnoredEndpointTests : IDisposable
{
    [Theory]
    [InlineData(null, "http://127.0.0.1:9", "http://127.0.0.1:9/")]
    [InlineData("", "http://127.0.0.1:9", "http://127.0.0.1:9/")]
    [InlineData("false", "http://127.0.0.1:9", "http://127.0.0.1:9/")]
    [InlineData("true", "http://127.0.0.1:9", null)]
    [InlineData("true", "no address", null)]
    [InlineData(null, "", null)]
    public void A_variable_places_a_service_unless_variables_are_ignored(string? ignore, string url, string? expected)
    {
        Set(ignore, url);
        Assert.Equal(expected, new ConfiguredEndpoints(null).Of(LakeService.Sts)?.ToString());
    }

    [Fact]
    public void A_variable_that_is_no_address_is_an_error()
    {
        Set(null, "lake");
        Assert.Equal("EndpointInvalid",
            Assert.Throws<LakeException>(() => new ConfiguredEndpoints(null).Of(LakeService.Sts)).Id);
    }

    public void Dispose() => Set(null, null);

    private static void Set(string? ignore, string? url)
    {
        Environment.SetEnvironmentVariable("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", ignore);
        Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL_STS", url);
    }
}
