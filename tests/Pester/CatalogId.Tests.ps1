BeforeDiscovery {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $commands = Get-Command -Module LakeTools -CommandType Cmdlet |
        Where-Object { $_.Parameters['CatalogId'].ParameterType -eq [string] -and $_.Name -ne 'Connect-Lake' } | ForEach-Object Name
}

BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $lake = Connect-Lake -Local (Join-Path $TestDrive lake) -PassThru
    # Nothing listens there: a command that makes a call ends with another error.
    $nowhere = Connect-Lake -EndpointUrl http://127.0.0.1:9 -AccessKey a -SecretKey b -Region us-east-1 -MaxRetry 0 -NoDefault

    # Some value for each parameter that must have one.
    function Values([string] $command) {
        $set = (Get-Command $command).ParameterSets | Where-Object { $_.Parameters.Name -contains 'CatalogId' } | Sort-Object IsDefault -Descending | Select-Object -First 1
        $values = @{}
        foreach ($parameter in $set.Parameters | Where-Object IsMandatory) {
            $type = $parameter.ParameterType
            $values[$parameter.Name] = if ($type -in [hashtable], [System.Collections.IDictionary]) { @{ a = 'b' } }
                elseif ($type -eq [switch]) { $true }
                elseif ($type -in [int], [long]) { 1 }
                elseif ($parameter.Name -eq 'TagExpression') { @{ a = 'b' } }
                else { 'a' }
        }
        $values
    }
}

AfterAll { Disconnect-Lake }

Describe '-CatalogId' {
    It 'of <_> is checked before any call' -ForEach $commands {
        $values = Values $_
        foreach ($id in '123', 's3tablescatalog/sales', '123456789012/sales', '123456789012:', '12345678901x') {
            $problem = $null
            & $_ @values -CatalogId $id -Connection $nowhere -ErrorAction SilentlyContinue -ErrorVariable problem -WarningAction Ignore
            @($problem.FullyQualifiedErrorId).Where({ $_ -notlike 'LakeTools.CatalogIdInvalid,*' }) | Should -BeNullOrEmpty
            $problem | Should -HaveCount 1
            $problem[0].TargetObject | Should -Be $id
        }
    }

    It 'of Connect-Lake is checked before a lake is made' {
        $folder = Join-Path $TestDrive none
        { Connect-Lake -Local $folder -CatalogId 123 } | Should -Throw -ErrorId 'LakeTools.CatalogIdInvalid,*'
        $folder | Should -Not -Exist
    }

    It 'of the catalog of a definition is checked' {
        $file = Join-Path $TestDrive catalog.yaml
        "lake: 1`nname: catalog`ngrants: [{ to: role/a, on: { catalog: s3tablescatalog/sales }, allow: DESCRIBE }]" | Set-Content $file
        (Test-LakeDefinition $file).Id | Should -Be CatalogIdInvalid
    }

    It 'of an object that AWS.Tools returns is checked' {
        $database = [pscustomobject]@{ CatalogId = '123'; Name = 'sales' }
        [pscustomobject]@{ Resource = [pscustomobject]@{ Database = $database } } |
            Grant-LakePermission -Principal role/a -Permission DESCRIBE -Connection $lake -ErrorVariable problem 2> $null
        $problem[0].FullyQualifiedErrorId | Should -BeLike 'LakeTools.CatalogIdInvalid,*'
    }

    It 'of one of several objects makes -Quiet false' {
        $null = New-GlueDatabase sales -Connection $lake
        Grant-LakePermission -Principal role/a -Permission DESCRIBE -DatabaseName sales -Connection $lake
        '000000000000', '123' | ForEach-Object { [pscustomobject]@{ CatalogId = $_; DatabaseName = 'sales' } } |
            Test-LakePermission -Principal role/a -Permission DESCRIBE -Quiet -Connection $lake 2> $null | Should -BeFalse
        [pscustomobject]@{ CatalogId = '123'; DatabaseName = 'sales' } |
            Test-LakePermission -Principal role/a -Permission DESCRIBE -Quiet -Connection $lake 2> $null | Should -BeFalse
    }
}
