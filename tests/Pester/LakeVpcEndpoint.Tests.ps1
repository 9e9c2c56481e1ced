BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $command = 'LakeTools.Cmdlets.Endpoints'
    $vpc = 'vpc-0a1b2c3d4e5f67890'
    $subnet = 'subnet-0a1b2c3d4e5f67890'
    $group = 'sg-0a1b2c3d4e5f67890'
    $table = 'rtb-0a1b2c3d4e5f67890'
}

AfterAll { Disconnect-Lake }

Describe 'New-LakeVpcEndpoint' {
    BeforeEach { Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid().ToString('n'))) -Region eu-central-1 }

    It 'makes an interface for <service>' -ForEach @(
        @{ service = 'LakeFormation'; name = 'com.amazonaws.eu-central-1.lakeformation' }
        @{ service = 'Glue'; name = 'com.amazonaws.eu-central-1.glue' }
        @{ service = 'SecretsManager'; name = 'com.amazonaws.eu-central-1.secretsmanager' }
    ) {
        $endpoint = New-LakeVpcEndpoint -Service $service -VpcId $vpc -SubnetId $subnet -SecurityGroupId $group -PrivateDns -Tag @{ team = 'lake' }
        $endpoint | Should -BeOfType ([LakeTools.LakeVpcEndpoint])
        $endpoint.Service | Should -Be $service
        $endpoint.ServiceName | Should -Be $name
        $endpoint.Type | Should -Be 'Interface'
        $kept = Get-LakeVpcEndpoint $endpoint.Id
        $kept.State | Should -Be 'available'
        $kept.VpcId | Should -Be $vpc
        $kept.SubnetId | Should -Be @($subnet)
        $kept.SecurityGroupId | Should -Be @($group)
        $kept.PrivateDns | Should -BeTrue
        $kept.Tag['team'] | Should -Be 'lake'
        $kept.EndpointUrl.Scheme | Should -Be 'https'
        $kept.EndpointUrl.Host | Should -BeLike "$($endpoint.Id)-*"
    }

    It 'leaves the private names alone without -PrivateDns' {
        (New-LakeVpcEndpoint Glue -VpcId $vpc -SubnetId $subnet).PrivateDns | Should -BeFalse
    }

    It 'makes a gateway for S3' {
        $endpoint = New-LakeVpcEndpoint S3 -VpcId $vpc -RouteTableId $table
        $endpoint.Type | Should -Be 'Gateway'
        $endpoint.ServiceName | Should -Be 'com.amazonaws.eu-central-1.s3'
        $endpoint.RouteTableId | Should -Be @($table)
        $endpoint.EndpointUrl | Should -BeNullOrEmpty
    }

    It 'makes several at once' {
        (New-LakeVpcEndpoint Glue, LakeFormation -VpcId $vpc -SubnetId $subnet).Service | Should -Be @('Glue', 'LakeFormation')
    }

    It 'gives a copy the policy of the first one, also from a file' {
        $policy = '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::lake/*"}]}'
        $server = Start-LakeServer -PassThru
        try {
            $env:AWS_ACCESS_KEY_ID = $server.AccessKey
            $env:AWS_SECRET_ACCESS_KEY = [System.Net.NetworkCredential]::new('', $server.SecretKey).Password
            $said = & /usr/bin/aws --endpoint-url $server.Uri --region $server.Region ec2 create-vpc-endpoint --vpc-id $vpc --service-name com.amazonaws.eu-central-1.s3 --policy-document $policy 2>&1
            $LASTEXITCODE | Should -Be 0 -Because "$said"
            $null = & /usr/bin/aws --endpoint-url $server.Uri --region $server.Region ec2 create-vpc-endpoint --vpc-id $vpc --vpc-endpoint-type Interface --ip-address-type dualstack `
                --service-name com.amazonaws.eu-central-1.glue --no-private-dns-enabled --subnet-ids $subnet
        }
        finally {
            Remove-Item Env:AWS_ACCESS_KEY_ID, Env:AWS_SECRET_ACCESS_KEY -ErrorAction Ignore
            $server | Stop-LakeServer
        }

        $first = Get-LakeVpcEndpoint | Where-Object Service -EQ S3
        $first.Policy | Should -Be $policy
        $copy = $first | New-LakeVpcEndpoint -RouteTableId $table -WarningVariable said
        $said | Should -BeNullOrEmpty
        (Get-LakeVpcEndpoint $copy.Id).Policy | Should -Be $policy
        $first | Export-Clixml (Join-Path $TestDrive endpoint.xml)
        (Import-Clixml (Join-Path $TestDrive endpoint.xml) | New-LakeVpcEndpoint -RouteTableId rtb-0a1b2c3d).Policy | Should -Be $policy
        # The type of addresses has no property.
        $null = Get-LakeVpcEndpoint | Where-Object Service -EQ Glue | New-LakeVpcEndpoint -WarningVariable said -WarningAction SilentlyContinue
        $said | Should -HaveCount 1
    }

    It 'warns of one that nothing will use' {
        New-LakeVpcEndpoint Glue -VpcId $vpc -WarningVariable warned -WarningAction SilentlyContinue | Out-Null
        $warned | Should -HaveCount 1
        New-LakeVpcEndpoint S3 -VpcId $vpc -WarningVariable warned -WarningAction SilentlyContinue | Out-Null
        $warned | Should -HaveCount 1
    }

    It 'refuses <why> before any call' -ForEach @(
        @{ why = 'a VPC by its name'; arguments = @{ VpcId = 'lake-vpc' }; id = 'InvalidResourceId'; target = 'lake-vpc' }
        @{ why = 'a subnet in place of a VPC'; arguments = @{ VpcId = 'subnet-0a1b2c3d4e5f67890' }; id = 'InvalidResourceId'; target = 'subnet-0a1b2c3d4e5f67890' }
        @{ why = 'a subnet with too few digits'; arguments = @{ SubnetId = 'subnet-12' }; id = 'InvalidResourceId'; target = 'subnet-12' }
        @{ why = 'a security group by its name'; arguments = @{ SecurityGroupId = 'default' }; id = 'InvalidResourceId'; target = 'default' }
        @{ why = 'route tables of an interface'; arguments = @{ RouteTableId = 'rtb-0a1b2c3d4e5f67890' }; id = 'VpcEndpointOption'; target = 'RouteTableId' }
        @{ why = 'subnets of a gateway'; arguments = @{ Service = 'S3'; SubnetId = 'subnet-0a1b2c3d4e5f67890' }; id = 'VpcEndpointOption'; target = 'SubnetId' }
        @{ why = 'private names of a gateway'; arguments = @{ Service = 'S3'; PrivateDns = $true }; id = 'VpcEndpointOption'; target = 'PrivateDns' }
    ) {
        $all = @{ Service = 'Glue'; VpcId = $vpc } + @{}
        foreach ($name in $arguments.Keys) { $all[$name] = $arguments[$name] }
        New-LakeVpcEndpoint @all -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -Be "LakeTools.$id,$command.NewLakeVpcEndpointCommand"
        $failed[0].TargetObject | Should -Be $target
        Get-LakeVpcEndpoint | Should -BeNullOrEmpty
    }

    It 'refuses a second one with private names, and a second route' {
        New-LakeVpcEndpoint Glue -VpcId $vpc -SubnetId $subnet -PrivateDns | Out-Null
        { New-LakeVpcEndpoint Glue -VpcId $vpc -SubnetId $subnet -PrivateDns -ErrorAction Stop } |
            Should -Throw -ErrorId "LakeTools.VpcEndpointExists,$command.NewLakeVpcEndpointCommand"
        New-LakeVpcEndpoint S3 -VpcId $vpc -RouteTableId $table | Out-Null
        { New-LakeVpcEndpoint S3 -VpcId $vpc -RouteTableId $table -ErrorAction Stop } |
            Should -Throw -ErrorId "LakeTools.VpcEndpointExists,$command.NewLakeVpcEndpointCommand"
    }

    It 'makes nothing with -WhatIf' {
        New-LakeVpcEndpoint Glue -VpcId $vpc -WhatIf
        Get-LakeVpcEndpoint | Should -BeNullOrEmpty
    }
}

Describe 'Get-LakeVpcEndpoint and Remove-LakeVpcEndpoint' {
    BeforeEach {
        Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid().ToString('n')))
        $glue = New-LakeVpcEndpoint Glue -VpcId $vpc -SubnetId $subnet
        $secrets = New-LakeVpcEndpoint SecretsManager -VpcId vpc-11111111 -SubnetId subnet-11111111
    }

    It 'finds by service, VPC and pattern' {
        (Get-LakeVpcEndpoint -Service Glue).Id | Should -Be $glue.Id
        (Get-LakeVpcEndpoint -VpcId vpc-11111111).Id | Should -Be $secrets.Id
        Get-LakeVpcEndpoint -Service Glue -VpcId vpc-11111111 | Should -BeNullOrEmpty
        Get-LakeVpcEndpoint vpce-* | Should -HaveCount 2
        Get-LakeVpcEndpoint x* | Should -BeNullOrEmpty
    }

    It 'says what is not there' {
        { Get-LakeVpcEndpoint vpce-99999999 -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.VpcEndpointNotFound,$command.GetLakeVpcEndpointCommand"
        { Get-LakeVpcEndpoint glue -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.InvalidResourceId,$command.GetLakeVpcEndpointCommand"
        Remove-LakeVpcEndpoint vpce-99999999, $glue.Id -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -Be "LakeTools.VpcEndpointNotFound,$command.RemoveLakeVpcEndpointCommand"
        (Get-LakeVpcEndpoint).Id | Should -Be $secrets.Id
    }

    It 'removes from the pipeline, and nothing with -WhatIf' {
        Get-LakeVpcEndpoint | Remove-LakeVpcEndpoint -WhatIf
        Get-LakeVpcEndpoint | Should -HaveCount 2
        Get-LakeVpcEndpoint -Service Glue | Remove-LakeVpcEndpoint -Confirm:$false
        (Get-LakeVpcEndpoint).Id | Should -Be $secrets.Id
    }

    It 'shows the endpoint in a table and as a list' {
        Get-LakeVpcEndpoint $glue.Id | Out-String | Should -Match 'Glue\s+Interface\s+available'
        Get-LakeVpcEndpoint $glue.Id | Format-List | Out-String | Should -Match 'com.amazonaws.us-east-1.glue'
    }
}
