# Every parameter that takes a file or folder takes one of the file system and nothing else.
BeforeDiscovery {
    $commands = @(
        @{ Command = 'Connect-Lake'; More = @{}; Parameter = 'Local' }
        @{ Command = 'Start-LakeServer'; More = @{}; Parameter = 'Local' }
        @{ Command = 'Stop-LakeServer'; More = @{}; Parameter = 'Local' }
        @{ Command = 'Test-LakeDefinition'; More = @{}; Parameter = 'Path' }
        @{ Command = 'Compare-LakeDefinition'; More = @{}; Parameter = 'Path' }
        @{ Command = 'Publish-LakeDefinition'; More = @{}; Parameter = 'Path' }
        @{ Command = 'Export-LakeDefinition'; More = @{}; Parameter = 'Path' }
        @{ Command = 'Get-LakeDefinitionHistory'; More = @{}; Parameter = 'JournalPath' }
        @{ Command = 'Export-LakeReport'; More = @{}; Parameter = 'Path' }
        @{ Command = 'Send-LakeObject'; More = @{ Uri = 's3://paths/' }; Parameter = 'Path' }
        @{ Command = 'Send-LakeObject'; More = @{ Uri = 's3://paths/' }; Parameter = 'LiteralPath' }
        @{ Command = 'Receive-LakeObject'; More = @{ Uri = 's3://paths/a.csv' }; Parameter = 'Destination' }
        @{ Command = 'New-GlueTable'; More = @{ DatabaseName = 'paths'; Name = 't'; Location = 's3://paths/t/' }; Parameter = 'Like' }
        @{ Command = 'Get-LakeSecret'; More = @{ Id = 'paths' }; Parameter = 'OutFile' }
    )
    $places = @(
        @{ Path = 'Env:/LakeToolsPaths' }
        @{ Path = 'Variable:/LakeToolsPaths' }
        @{ Path = 'NoSuchDrive:/LakeToolsPaths' }
    )
}

BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    Connect-Lake -Local (Join-Path $TestDrive lake)
    $null = New-LakeBucket paths
    $file = Join-Path $TestDrive a.csv
    Set-Content $file 'id', '1'
    Send-LakeObject $file s3://paths/a.csv
    $null = New-GlueDatabase paths
    $null = New-LakeSecret paths -Value text

    # The error's id; what was made in the file system is an error of the test.
    function Get-PathError([string] $Command, [hashtable] $Parameters) {
        $before = Get-ChildItem -LiteralPath ([Environment]::CurrentDirectory), $TestDrive -Name
        $id = try { $null = & $Command @Parameters -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }
        Get-ChildItem -LiteralPath ([Environment]::CurrentDirectory), $TestDrive -Name | Should -Be $before
        $id
    }
}

AfterAll { Disconnect-Lake }

Describe '<Command> -<Parameter>' -ForEach $commands {
    It 'does not take <Path>' -ForEach $places {
        Get-PathError $Command ($More + @{ $Parameter = $Path }) | Should -BeLike 'LakeTools.PathNotFileSystem,*'
    }

    It 'does not take a relative path where the location is not in the file system' {
        Push-Location Env:
        try { Get-PathError $Command ($More + @{ $Parameter = 'LakeToolsPaths' }) | Should -BeLike 'LakeTools.PathNotFileSystem,*' }
        finally { Pop-Location }
    }
}
