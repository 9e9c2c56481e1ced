# What is piped is what the command acts on: not the thing that it is part of, and not its text.
BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    Connect-Lake -Local (Join-Path $TestDrive lake)
    New-LakeBucket lake-data | Out-Null
    Register-LakeLocation s3://lake-data -UseServiceLinkedRole | Out-Null
    New-GlueDatabase sales -LocationUri s3://lake-data/sales/ | Out-Null
    New-GlueTable sales orders -Column id:int, region:string -PartitionKey day:string | Out-Null
    New-GluePartition sales orders 2026-01-01 | Out-Null
    New-LakeTag domain sales | Out-Null
    Add-LakeTagAssignment -DatabaseName sales -TableName orders -Tag @{ domain = 'sales' } | Out-Null
    Grant-LakePermission -Principal role/analyst -Permission SELECT -DatabaseName sales -TableName orders
    New-LakeSecret db -Value 'first-value' | Out-Null
    'x' | Set-Content (Join-Path $TestDrive x.txt)
    Send-LakeObject (Join-Path $TestDrive x.txt) s3://lake-data/x.txt
}

AfterAll { Disconnect-Lake }

Describe 'A part that is piped into the command that removes the whole' {
    It 'is an error: <Part> | <Command>' -ForEach @(
        @{ Part = 'Get-GluePartition'; Command = 'Remove-GlueTable'; Get = { Get-GluePartition sales orders } }
        @{ Part = 'Get-GlueTableVersion'; Command = 'Remove-GlueTable'; Get = { Get-GlueTableVersion sales orders } }
        @{ Part = 'Get-LakePermission'; Command = 'Remove-GlueTable'; Get = { Get-LakePermission role/analyst } }
        @{ Part = 'Get-LakeTagAssignment'; Command = 'Remove-LakeTag'; Get = { Get-LakeTagAssignment sales orders } }
        @{ Part = 'Get-LakeSecretVersion'; Command = 'Remove-LakeSecret'; Get = { Get-LakeSecretVersion db } }
        @{ Part = 'Get-LakeObject'; Command = 'Remove-LakeBucket'; Get = { Get-LakeObject s3://lake-data/x.txt } }
    ) {
        $part = & $Get
        $part | Should -Not -BeNullOrEmpty
        $failed = $null
        $part | & $Command -Force -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'LakeTools.InputIsPart,*'
        $failed[0].TargetObject.GetType() | Should -Be $part[0].GetType()
        Get-GlueTable sales orders | Should -HaveCount 1
        Get-LakeTag domain | Should -HaveCount 1
        (Get-LakeSecretInfo db).DeletedDate | Should -BeNullOrEmpty
        Get-LakeBucket lake-data | Should -HaveCount 1
    }

    It 'is removed itself by its own command' {
        New-GluePartition sales orders 2026-01-02 | Out-Null
        Get-GluePartition sales orders 2026-01-02 | Remove-GluePartition -Force
        Get-GluePartition sales orders | Should -HaveCount 1
    }
}

Describe 'An object without the property that a command takes' {
    It 'is an error, and its text is no name: <What> | <Command>' -ForEach @(
        @{ What = 'a location'; Command = 'Remove-LakeGlueJob'; Get = { Get-LakeLocation } }
        @{ What = 'a partition'; Command = 'Remove-GlueDatabase'; Get = { Get-GluePartition sales orders } }
        @{ What = 'an object'; Command = 'Start-LakeGlueJob'; Get = { [pscustomobject]@{ Nmae = 'j1' } } }
        @{ What = 'a hashtable'; Command = 'Get-LakeRole'; Get = { @{ Nmae = 'r1' } } }
    ) {
        $arguments = if ((Get-Command $Command).Parameters.ContainsKey('Force')) { @{ Force = $true } } else { @{} }
        $failed = $null
        & $Get | & $Command @arguments -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -Match '^LakeTools\.(InputNotUsed|InputPropertyUnknown|InputIsPart),'
    }
}
