namespace LakeTools.Generator.Aws;

/// <summary>Makes the clients of AWS services from their models.</summary>
internal static class AwsCommand
{
    /// <summary>How the command is called.</summary>
    public const string Usage = "LakeTools.Generator aws <folder of models> <folder for C# files>";

    /// <summary>Runs the command.</summary>
    /// <param name="args">The folder of models, and the folder for the C# files.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string[] args)
    {
        if (args is not [_, _])
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        return 0;
    }
}
