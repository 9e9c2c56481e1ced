
using LakeTools.Core.Endpoints;
using LakeTools.Tests.Shell;

namespace LakeTools.Tests.Endpoints;

public sealed class VpcServiceNamesTests
{
    [Theory]
    [InlineData(VpcService.Glue, "eu-central-1", "com.amazonaws.eu-central-1.glue")]
    [InlineData(VpcService.LakeFormation, "us-gov-west-1", "com.amazonaws.us-gov-west-1.lakeformation")]
    [InlineData(VpcService.SecretsManager, "cn-north-1", "com.amazonaws.cn-north-1.secretsmanager")]
    [InlineData(VpcService.S3, "cn-northwest-1", "com.amazonaws.cn-northwest-1.s3")]
    [InlineData(VpcService.Glue, "us-iso-east-1", "gov.ic.c2s.us-iso-east-1.glue")]
    public void A_service_has_its_name_in_the_region(VpcService service, string region, string name)
    {
        Assert.Equal(name, VpcServiceNames.Of(service, region));
        Assert.Equal(service.ToString(), VpcServiceNames.ServiceOf(name));
    }

    [Fact]
    public async Task The_client_of_EC2_loads_for_the_commands_that_need_it_alone()
    {
        const string loaded = "[bool]([AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq 'AWSSDK.EC2' })";
        var module = Repository.Module.Replace("'", "''", StringComparison.Ordinal);
        var folder = Directory.CreateTempSubdirectory("lake-").FullName;
        try
        {
            var end = await PwshProcess.RunAsync(["-Command",
                $"Import-Module '{module}'; Connect-Lake -Local '{folder}'; New-LakeRole Loader | Out-Null; Test-LakeConnection | "
                    + $"Out-Null; {loaded}; Get-LakeVpcEndpoint; {loaded}"]);
            Assert.Equal(["False", "True"], end.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
