using System.Runtime.Loader;
using Amazon.Runtime;
using LakeTools.Core.Connection;

namespace LakeTools.Tests.Connection;

public sealed class ForeignCredentialsTests
{
    [Fact]
    public void Credentials_of_this_copy_of_the_SDK_are_taken_as_they_are()
    {
        var own = new BasicAWSCredentials("AKIDEXAMPLE", "example");
        Assert.Same(own, ForeignCredentials.Of(own));
    }

    [Theory]
    [InlineData("Amazon.Runtime.SessionAWSCredentials", new object[] { "ASIDEXAMPLE", "example", "token" }, "token")]
    [InlineData("Amazon.Runtime.BasicAWSCredentials", new object[] { "ASIDEXAMPLE", "example" }, "")]
    public void Credentials_of_another_copy_of_the_SDK_are_asked_by_name(string type, object[] arguments, string token)
    {
        var context = new AssemblyLoadContext("other", isCollectible: true);
        var assembly = context.LoadFromAssemblyPath(typeof(AWSCredentials).Assembly.Location);
        var other = Activator.CreateInstance(assembly.GetType(type)!, arguments)!;
        Assert.IsNotType<AWSCredentials>(other, exactMatch: false);
        var keys = ForeignCredentials.Of(other)!.GetCredentials();
        Assert.Equal(("ASIDEXAMPLE", "example", token), (keys.AccessKey, keys.SecretKey, keys.Token ?? ""));
    }

    [Fact]
    public void What_AWS_Tools_wraps_is_unwrapped()
    {
        var own = new BasicAWSCredentials("AKIDEXAMPLE", "example");
        Assert.Same(own, ForeignCredentials.Of(new Amazon.PowerShell.Common.AWSPSCredentials(own)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text")]
    [InlineData(12)]
    public void Anything_else_holds_none(object? other) => Assert.Null(ForeignCredentials.Of(other));
}
